/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "documents/td-words.h"

typedef enum
{
  TAG_BLOCK,        /* a paragraph */
  TAG_PIECE,        /* [khối] */
  TAG_ANNEX,        /* a new section, with its title */
  TAG_SECTION_FLAG, /* changes the section it is first in */
  TAG_PAGE_BREAK,
  TAG_FIELD, /* [ô tên] */
} TagKind;

typedef struct
{
  const char *name; /* folded */
  TagKind kind;
  TdRole role;
  const char *label;
  TdSectionFlags flags;
} Tag;

static const Tag tags[] = {
  { "doan", TAG_BLOCK, TD_ROLE_BODY },
  { "gach", TAG_BLOCK, TD_ROLE_BODY, "-" },
  { "cong", TAG_BLOCK, TD_ROLE_BODY, "+" },
  { "giua", TAG_BLOCK, TD_ROLE_CENTERED },
  { "ten loai", TAG_BLOCK, TD_ROLE_TYPE },
  { "trich yeu", TAG_BLOCK, TD_ROLE_SUBJECT },
  { "trich yeu cong van", TAG_BLOCK, TD_ROLE_LETTER_SUBJECT },
  { "can cu", TAG_BLOCK, TD_ROLE_GROUND },
  { "tham quyen", TAG_BLOCK, TD_ROLE_AUTHORITY },
  { "quyet dinh", TAG_BLOCK, TD_ROLE_RESOLVE },
  { "muc", TAG_BLOCK, TD_ROLE_HEADING },
  { "khoan", TAG_BLOCK, TD_ROLE_CLAUSE },
  { "diem", TAG_BLOCK, TD_ROLE_SUBCLAUSE },
  { "dieu", TAG_BLOCK, TD_ROLE_ARTICLE },
  { "ten bang", TAG_BLOCK, TD_ROLE_CAPTION },
  { "don vi tinh", TAG_BLOCK, TD_ROLE_UNIT_NOTE },
  { "ghi chu", TAG_BLOCK, TD_ROLE_NOTE },
  { "kem theo", TAG_BLOCK, TD_ROLE_ANNEX_REFERENCE },
  { "khoi", TAG_PIECE },
  { "phu luc", TAG_ANNEX, TD_ROLE_ANNEX_TITLE, NULL, TD_SECTION_ANNEX },
  { "phu luc ngang", TAG_ANNEX, TD_ROLE_ANNEX_TITLE, NULL,
    TD_SECTION_ANNEX | TD_SECTION_LANDSCAPE },
  { "kho ngang", TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_LANDSCAPE },
  { "mot trang", TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_ONE_PAGE },
  { "khong so trang", TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_UNNUMBERED },
  { "trang moi", TAG_PAGE_BREAK },
};

/* `[ô NAME]`: the words of one field of printed stock. */
static const Tag field_tag = { "o", TAG_FIELD, TD_ROLE_FIELD };

typedef enum
{
  FILTER_NONE,
  FILTER_UPPER,      /* |hoa */
  FILTER_CAPITALIZE, /* |hoa đầu */
  FILTER_LOWER,      /* |thường: a small first letter */
  FILTER_WORDS,      /* |bằng chữ */
  FILTER_FIGURES,    /* |số */
} Filter;

static const struct
{
  const char *name; /* folded */
  Filter filter;
  guint types; /* a bit each TdNameType it may stand with */
} filters[] = {
  { "hoa", FILTER_UPPER, 1 << TD_NAME_TEXT | 1 << TD_NAME_DATE },
  { "hoa dau", FILTER_CAPITALIZE, 1 << TD_NAME_TEXT | 1 << TD_NAME_DATE },
  { "thuong", FILTER_LOWER, 1 << TD_NAME_TEXT },
  { "bang chu", FILTER_WORDS, 1 << TD_NAME_COUNT | 1 << TD_NAME_MONEY },
  { "so", FILTER_FIGURES, 1 << TD_NAME_COUNT | 1 << TD_NAME_DATE },
};

typedef enum
{
  NODE_TEXT,
  NODE_BOLD,
  NODE_ITALIC,
  NODE_PLACE,
  NODE_ORDINAL, /* {#}: the item's place in its list */
  NODE_STOP,    /* {;.}: ";" or, after the last item, "." */
  NODE_IF,
  NODE_EACH,
  NODE_BLOCK,
} NodeKind;

typedef struct
{
  NodeKind kind;
  char *text;         /* text; the name of a place, condition, loop or piece, folded */
  const TdName *name; /* the vocabulary's */
  Filter filter;
  gboolean negated;
  const Tag *tag;
  char *field;
  GPtrArray *children;  /* of Node */
  GPtrArray *otherwise; /* of Node; after {khác} */
} Node;

struct _TdTemplate
{
  TdPaperKind kind;
  Node *root;
};

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  const TdVocabulary *vocabulary;
  const char *where;
  TdProblems *problems;
  guint line;
  GPtrArray *loops; /* of the folded names of the lists around */
  gboolean sections_started;
} Reader;

static void
free_node (gpointer data)
{
  Node *self = data;

  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->field);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->otherwise, g_ptr_array_unref);
  g_free (self);
}

static Node *
new_node (NodeKind kind)
{
  Node *self = g_new0 (Node, 1);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func (free_node);
  return self;
}

G_GNUC_PRINTF (2, 3)
static void
complain (Reader *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  td_problems_take (self->problems, g_strdup_printf ("%s:%u", self->where, self->line),
                    g_strdup_vprintf (format, args), FALSE);
  va_end (args);
}

/* What a brace holds, told apart by its first word. */
typedef enum
{
  BRACE_PLACE,
  BRACE_IF,
  BRACE_ELSE,
  BRACE_EACH,
  BRACE_END,
} BraceKind;

typedef struct
{
  BraceKind kind;
  gboolean negated;
  char *name; /* as written */
} Brace;

static gboolean
skip_word (const char **folded, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (*folded, word, length) != 0
      || ((*folded)[length] != '\0' && (*folded)[length] != ' '))
    return FALSE;
  *folded += length;
  while (**folded == ' ')
    (*folded)++;
  return TRUE;
}

/* @content is what is between the braces. */
static Brace
read_brace (const char *content)
{
  g_autofree char *folded = td_text_fold (content);
  const char *at = folded;
  Brace brace = { BRACE_PLACE, FALSE, NULL };

  if (skip_word (&at, "het") && *at == '\0')
    brace.kind = BRACE_END;
  else if (at = folded, skip_word (&at, "khac") && *at == '\0')
    brace.kind = BRACE_ELSE;
  else if (at = folded, skip_word (&at, "moi"))
    brace.kind = BRACE_EACH;
  else if (at = folded, skip_word (&at, "neu"))
    {
      brace.kind = BRACE_IF;
      brace.negated = skip_word (&at, "khong");
    }
  else
    at = folded;
  brace.name = g_strdup (at);
  return brace;
}

/* The list a name is a field of is one of the loops around it. */
static gboolean
is_in_loop (Reader *self, const char *folded)
{
  const char *dot = strrchr (folded, '.');
  gsize length;

  if (dot == NULL)
    return TRUE;
  length = (gsize) (dot - folded);
  for (guint i = 0; i < self->loops->len; i++)
    {
      const char *loop = g_ptr_array_index (self->loops, i);

      if (strlen (loop) == length && strncmp (loop, folded, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The vocabulary's entry, or a complaint. @shown is the name as it was written. */
static const TdName *
find_name (Reader *self, const char *folded, const char *shown)
{
  const TdName *name = td_vocabulary_find (self->vocabulary, folded);

  if (name == NULL)
    complain (self,
              _ ("a paper of this kind has no “%s”; README.md beside the templates lists "
                 "the names there are"),
              shown);
  else if (!is_in_loop (self, folded))
    {
      complain (self, _ ("“%s” can only be used between {mỗi …} of its list and {hết}"), shown);
      return NULL;
    }
  return name;
}

/* A place: a name, perhaps a filter after a bar. %NULL after a complaint. */
static Node *
read_place (Reader *self, const char *content)
{
  g_auto (GStrv) parts = NULL;
  const TdName *name;
  Node *node;

  if (g_str_equal (content, "#") || g_str_equal (content, ";."))
    {
      if (self->loops->len == 0)
        {
          complain (self, _ ("“%s” can only be used between {mỗi …} of its list and {hết}"),
                    content);
          return NULL;
        }
      return new_node (*content == '#' ? NODE_ORDINAL : NODE_STOP);
    }
  parts = g_strsplit (content, "|", 2);
  node = new_node (NODE_PLACE);
  node->text = td_text_fold (parts[0] != NULL ? parts[0] : "");
  node->name = name = find_name (self, node->text, content);
  if (name == NULL)
    goto wrong;
  if (name->type == TD_NAME_FLAG || name->type == TD_NAME_LIST || name->type == TD_NAME_PIECE)
    {
      complain (self,
                name->type == TD_NAME_FLAG
                    ? _ ("“%s” is a yes or no: it can only be asked for, as {nếu %s}")
                : name->type == TD_NAME_LIST
                    ? _ ("“%s” is a list: it can only be gone through, as {mỗi %s}")
                    : _ ("“%s” is a part made by the program: it is put in with [khối] %s"),
                name->name, name->name);
      goto wrong;
    }
  if (parts[0] != NULL && parts[1] != NULL)
    {
      g_autofree char *folded = td_text_fold (parts[1]);

      for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
        if (g_str_equal (folded, filters[i].name) && (filters[i].types & 1u << name->type) != 0)
          node->filter = filters[i].filter;
      if (node->filter == FILTER_NONE)
        {
          complain (self, _ ("“%s” cannot be written in the way “%s”"), name->name, parts[1]);
          goto wrong;
        }
    }
  return node;

wrong:
  free_node (node);
  return NULL;
}

/* Opens an {nếu} or {mỗi}: a node whose children follow. %NULL after a complaint. */
static Node *
open_brace (Reader *self, const Brace *brace)
{
  const TdName *name = find_name (self, brace->name, brace->name);
  Node *node;

  if (name == NULL)
    return NULL;
  if (brace->kind == BRACE_EACH && name->type != TD_NAME_LIST)
    {
      complain (self, _ ("“%s” is not a list: {mỗi …} cannot go through it"), name->name);
      return NULL;
    }
  if (name->type == TD_NAME_PIECE)
    {
      complain (self, _ ("“%s” is a part made by the program: it is put in with [khối] %s"),
                name->name, name->name);
      return NULL;
    }
  node = new_node (brace->kind == BRACE_EACH ? NODE_EACH : NODE_IF);
  node->text = g_strdup (brace->name);
  node->name = name;
  node->negated = brace->negated;
  return node;
}

/* What is open around the place being read; the innermost last. */
typedef struct
{
  GPtrArray *open; /* of Node, borrowed */
} Stack;

static GPtrArray *
get_target (Stack *stack)
{
  Node *top = g_ptr_array_index (stack->open, stack->open->len - 1);

  return top->otherwise != NULL ? top->otherwise : top->children;
}

static void
push_open (Reader *self, Stack *stack, Node *node)
{
  g_ptr_array_add (get_target (stack), node);
  g_ptr_array_add (stack->open, node);
  if (node->kind == NODE_EACH)
    g_ptr_array_add (self->loops, node->text);
}

static void
pop_open (Reader *self, Stack *stack)
{
  Node *top = g_ptr_array_index (stack->open, stack->open->len - 1);

  if (top->kind == NODE_EACH)
    g_ptr_array_remove_index (self->loops, self->loops->len - 1);
  g_ptr_array_remove_index (stack->open, stack->open->len - 1);
}

/* {nếu}, {mỗi}, {khác}, {hết}: FALSE after a complaint. */
static gboolean
apply_brace (Reader *self, Stack *stack, const Brace *brace)
{
  Node *top = g_ptr_array_index (stack->open, stack->open->len - 1);
  Node *node;

  switch (brace->kind)
    {
    case BRACE_IF:
    case BRACE_EACH:
      node = open_brace (self, brace);
      if (node == NULL)
        return FALSE;
      push_open (self, stack, node);
      return TRUE;
    case BRACE_ELSE:
      if (top->kind != NODE_IF || top->otherwise != NULL)
        {
          complain (self, _ ("{khác} belongs to an {nếu …} before it"));
          return FALSE;
        }
      top->otherwise = g_ptr_array_new_with_free_func (free_node);
      return TRUE;
    case BRACE_END:
      if (top->kind != NODE_IF && top->kind != NODE_EACH)
        {
          complain (self, _ ("{hết} without an {nếu …} or {mỗi …} before it"));
          return FALSE;
        }
      pop_open (self, stack);
      return TRUE;
    case BRACE_PLACE:
    default:
      g_assert_not_reached ();
    }
}

static void
flush_text (GString *text, Stack *stack)
{
  Node *node;

  if (text->len == 0)
    return;
  node = new_node (NODE_TEXT);
  node->text = g_strndup (text->str, text->len);
  g_ptr_array_add (get_target (stack), node);
  g_string_truncate (text, 0);
}

/* The inside of one block. */
static void
read_inline (Reader *self, const char *line, Node *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Stack stack = { open };
  gboolean bold = FALSE, italic = FALSE;

  g_ptr_array_add (open, block);
  for (const char *at = line; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0' && strchr ("{}[]*_#\\|", at[1]) != NULL)
        g_string_append_c (text, *++at);
      else if ((*at == '*' || *at == '_') && at[1] == *at)
        {
          gboolean *state = *at == '*' ? &bold : &italic;

          flush_text (text, &stack);
          g_ptr_array_add (get_target (&stack), new_node (*at == '*' ? NODE_BOLD : NODE_ITALIC));
          *state = !*state;
          at++;
        }
      else if (*at == '{')
        {
          const char *end = strchr (at, '}');
          g_autofree char *content = NULL;
          Brace brace;

          if (end == NULL)
            {
              complain (self, _ ("“{” without “}” after it"));
              break;
            }
          flush_text (text, &stack);
          content = g_strndup (at + 1, (gsize) (end - at - 1));
          g_strstrip (content);
          brace = read_brace (content);
          if (brace.kind == BRACE_PLACE)
            {
              Node *node = read_place (self, content);

              if (node != NULL)
                g_ptr_array_add (get_target (&stack), node);
            }
          else
            apply_brace (self, &stack, &brace);
          g_free (brace.name);
          at = end;
        }
      else if (*at == '}')
        complain (self, _ ("“}” without “{” before it"));
      else
        g_string_append_c (text, *at);
    }
  flush_text (text, &stack);
  if (bold || italic)
    complain (self, _ ("“%s” is opened in this block and not closed"), bold ? "**" : "__");
  if (stack.open->len > 1)
    complain (self, _ ("{hết} is missing"));
  while (stack.open->len > 1)
    pop_open (self, &stack);
}

static const Tag *
find_tag (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (folded, tags[i].name))
      return &tags[i];
  return NULL;
}

/* Takes the tag off the front of @line. %NULL after a complaint. */
static const Tag *
read_tag (Reader *self, const char **line, char **field)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  const char *end;
  const Tag *tag;

  *field = NULL;
  if (**line != '[')
    return &tags[0];
  end = strchr (*line, ']');
  if (end == NULL)
    {
      complain (self, _ ("“[” without “]” after it"));
      return NULL;
    }
  name = g_strndup (*line + 1, (gsize) (end - *line - 1));
  folded = td_text_fold (name);
  *line = end + 1;
  while (**line == ' ')
    (*line)++;
  if (g_str_has_prefix (folded, "o ") && folded[2] != '\0')
    {
      *field = g_strdup (folded + 2);
      return &field_tag;
    }
  tag = find_tag (folded);
  if (tag == NULL)
    complain (self,
              _ ("there is no block [%s]; README.md beside the templates lists those there "
                 "are"),
              name);
  return tag;
}

static void
read_block (Reader *self, Stack *stack, const char *line)
{
  g_autofree char *field = NULL;
  const Tag *tag = read_tag (self, &line, &field);
  Node *node;

  if (tag == NULL)
    return;
  node = new_node (NODE_BLOCK);
  node->tag = tag;
  node->field = g_steal_pointer (&field);
  g_ptr_array_add (get_target (stack), node);
  if (tag->kind == TAG_SECTION_FLAG || tag->kind == TAG_PAGE_BREAK)
    {
      if (*line != '\0')
        complain (self, _ ("this block takes no words: “%s”"), line);
      if (tag->kind == TAG_SECTION_FLAG && (self->sections_started || stack->open->len > 1))
        complain (self, _ ("what is said of the whole page must come before all blocks"));
      return;
    }
  self->sections_started = TRUE;
  if (tag->kind == TAG_PIECE)
    {
      node->text = td_text_fold (line);
      node->name = find_name (self, node->text, line);
      if (node->name != NULL && node->name->type != TD_NAME_PIECE)
        complain (self, _ ("“%s” is a value: it is written in braces, {%s}"), line, line);
      return;
    }
  read_inline (self, line, node);
}

/* A line that is one brace and nothing else governs whole blocks. */
static gboolean
read_governing_line (Reader *self, Stack *stack, const char *line)
{
  gsize length = strlen (line);
  g_autofree char *content = NULL;
  Brace brace;

  if (*line != '{' || line[length - 1] != '}' || strchr (line, '}') != line + length - 1)
    return FALSE;
  content = g_strndup (line + 1, length - 2);
  brace = read_brace (content);
  if (brace.kind != BRACE_PLACE)
    apply_brace (self, stack, &brace);
  g_free (brace.name);
  return brace.kind != BRACE_PLACE;
}

TdTemplate *
td_template_new (const TdVocabulary *vocabulary, const char *text, const char *where,
                 TdProblems *problems)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) loops = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint before = td_problems_get_n_errors (problems);
  Reader reader = { vocabulary, where, problems, 0, loops, FALSE };
  Stack stack = { open };
  TdTemplate *self;

  g_return_val_if_fail (vocabulary != NULL && text != NULL && where != NULL, NULL);
  self = g_new0 (TdTemplate, 1);
  self->kind = vocabulary->kind;
  self->root = new_node (NODE_BLOCK);
  g_ptr_array_add (open, self->root);
  if (!g_utf8_validate (text, -1, NULL))
    {
      complain (&reader, _ ("the file is not in UTF-8: save it as “Unicode (UTF-8)”"));
      td_template_free (self);
      return NULL;
    }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL;)
    {
      g_autoptr (GString) block = g_string_new (g_strchomp (lines[i]));

      reader.line = i + 1;
      i++;
      if (block->len == 0 || block->str[0] == '#')
        continue;
      /* A line that begins with white space goes on with the block above. */
      for (; lines[i] != NULL && g_ascii_isspace (lines[i][0]) && *g_strstrip (lines[i]) != '\0';
           i++)
        g_string_append_printf (block, " %s", lines[i]);
      g_strstrip (block->str);
      if (!read_governing_line (&reader, &stack, block->str))
        read_block (&reader, &stack, block->str);
    }
  if (open->len > 1)
    complain (&reader, _ ("{hết} is missing"));
  if (td_problems_get_n_errors (problems) > before)
    {
      td_template_free (self);
      return NULL;
    }
  return self;
}

void
td_template_free (TdTemplate *self)
{
  if (self == NULL)
    return;
  free_node (self->root);
  g_free (self);
}

TdPaperKind
td_template_get_kind (const TdTemplate *self)
{
  return self->kind;
}

/* --- filling ---------------------------------------------------------------------------------- */

typedef struct
{
  TdDocument *document;
  TdSection *section;
  TdPieceFunc func;
  gpointer data;
  TdRunFlags flags;
  guint ordinal;
  gboolean last;
  GPtrArray *paragraphs; /* of the block being filled; a line break in a value begins another */
  const Node *block;
} Filler;

static TdParagraph *
begin_paragraph (Filler *self)
{
  const Tag *tag = self->block->tag;
  TdParagraph *paragraph = NULL;

  if (tag->role == TD_ROLE_LETTER_SUBJECT)
    /* 5b: in the masthead, under the number. */
    for (guint i = 0; i < self->section->blocks->len && paragraph == NULL; i++)
      {
        const TdBlock *block = g_ptr_array_index (self->section->blocks, i);

        if (block->kind == TD_BLOCK_TABLE && block->table->use == TD_TABLE_MASTHEAD)
          {
            TdPaperRow *row = g_ptr_array_index (block->table->rows, block->table->rows->len - 1);

            paragraph = td_paper_cell_add_paragraph (g_ptr_array_index (row->cells, 0), tag->role);
          }
      }
  if (paragraph == NULL)
    paragraph = td_section_add_paragraph (self->section, tag->role);
  if (tag->label != NULL)
    td_paragraph_set_label (paragraph, tag->label);
  if (self->block->field != NULL)
    td_paragraph_set_field (paragraph, self->block->field);
  g_ptr_array_add (self->paragraphs, paragraph);
  return paragraph;
}

static TdParagraph *
get_paragraph (Filler *self)
{
  if (self->paragraphs->len == 0)
    return begin_paragraph (self);
  return g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1);
}

static void
add_span (Filler *self, const TdSpan *span)
{
  TdSpan part = *span;
  g_auto (GStrv) lines = NULL;

  part.flags |= self->flags;
  if (strchr (span->text, '\n') == NULL)
    {
      td_paragraph_add_span (get_paragraph (self), &part);
      return;
    }
  lines = g_strsplit (span->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      part.text = g_strstrip (lines[i]);
      if (*part.text == '\0')
        continue;
      if (i > 0 && get_paragraph (self)->runs->len > 0)
        begin_paragraph (self);
      td_paragraph_add_span (get_paragraph (self), &part);
    }
}

static void
add_text (Filler *self, const char *text)
{
  TdSpan span = { text, TD_RUN_PLAIN, NULL };

  add_span (self, &span);
}

static char *
filter_text (const char *text, Filter filter)
{
  switch (filter)
    {
    case FILTER_UPPER:
      return g_utf8_strup (text, -1);
    case FILTER_CAPITALIZE:
      return td_text_capitalize (text);
    case FILTER_LOWER:
      {
        const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
        g_autofree char *first = g_utf8_strdown (text, rest - text);

        return g_strconcat (first, rest, NULL);
      }
    case FILTER_NONE:
    case FILTER_WORDS:
    case FILTER_FIGURES:
    default:
      return g_strdup (text);
    }
}

static void
fill_place (Filler *self, const Node *node, const TdValues *values)
{
  const TdScopeValue *value = td_values_lookup (values, node->text);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (value != NULL && value->type == TD_NAME_TEXT && value->spans->len > 0)
    {
      for (guint i = 0; i < value->spans->len; i++)
        {
          TdSpan span = g_array_index (value->spans, TdSpan, i);
          /* A first letter is that of the whole, not of each span. */
          g_autofree char *written =
              i > 0 && node->filter != FILTER_UPPER ? NULL : filter_text (span.text, node->filter);

          if (written != NULL)
            span.text = written;
          add_span (self, &span);
        }
      return;
    }
  if (value == NULL || (value->type == TD_NAME_TEXT && value->spans->len == 0))
    text = g_strdup ("…");
  else if (value->type == TD_NAME_DATE && node->filter == FILTER_FIGURES)
    text = value->number != TD_DATE_NONE
               ? td_date_format ((TdDate) value->number, TD_STYLE_VIETNAMESE)
               : g_strdup ("…/…/…");
  else if (value->type == TD_NAME_DATE)
    text = td_date_format_decree ((TdDate) value->number);
  else if (value->type == TD_NAME_MONEY)
    text = node->filter == FILTER_WORDS ? td_words_money_spelled (value->number)
                                        : td_words_money (value->number);
  else if (node->filter == FILTER_WORDS)
    text = td_text_number_words (value->number, FALSE);
  else
    text = node->filter == FILTER_FIGURES ? td_words_money (value->number)
                                          : td_words_count (value->number);
  shown = filter_text (text, node->filter);
  add_text (self, shown);
}

static void fill_nodes (Filler *self, const GPtrArray *nodes, const TdValues *values);

static void
fill_each (Filler *self, const Node *node, const TdValues *values)
{
  const TdScopeValue *value = td_values_lookup (values, node->text);
  guint ordinal = self->ordinal;
  gboolean last = self->last;

  if (value == NULL || value->type != TD_NAME_LIST)
    return;
  for (guint i = 0; i < value->items->len; i++)
    {
      self->ordinal = i + 1;
      self->last = i + 1 == value->items->len;
      fill_nodes (self, node->children, g_ptr_array_index (value->items, i));
    }
  self->ordinal = ordinal;
  self->last = last;
}

static void
fill_annex (Filler *self, const Node *node, const TdValues *values)
{
  self->section = td_document_add_section (self->document, node->tag->flags, NULL);
  /* Numbered when all are known: a single annex has no number (III.1.a). */
  td_section_add_paragraph (self->section, TD_ROLE_ANNEX_LABEL);
  fill_nodes (self, node->children, values);
  if (self->paragraphs->len > 0)
    {
      g_autofree char *title = td_paragraph_dup_text (g_ptr_array_index (self->paragraphs, 0));

      self->section->title = g_string_chunk_insert (self->document->texts, title);
    }
}

static void
fill_block (Filler *self, const Node *node, const TdValues *values)
{
  g_ptr_array_set_size (self->paragraphs, 0);
  self->block = node;
  self->flags = TD_RUN_PLAIN;
  switch (node->tag->kind)
    {
    case TAG_SECTION_FLAG:
      self->section->flags |= node->tag->flags;
      break;
    case TAG_PAGE_BREAK:
      td_section_add_page_break (self->section);
      break;
    case TAG_PIECE:
      self->func (self->section, node->name->name, self->ordinal, self->data);
      break;
    case TAG_ANNEX:
      fill_annex (self, node, values);
      break;
    case TAG_BLOCK:
    case TAG_FIELD:
    default:
      fill_nodes (self, node->children, values);
      break;
    }
}

static void
fill_nodes (Filler *self, const GPtrArray *nodes, const TdValues *values)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);
      g_autofree char *ordinal = NULL;

      switch (node->kind)
        {
        case NODE_TEXT:
          add_text (self, node->text);
          break;
        case NODE_BOLD:
          self->flags ^= TD_RUN_BOLD;
          break;
        case NODE_ITALIC:
          self->flags ^= TD_RUN_ITALIC;
          break;
        case NODE_PLACE:
          fill_place (self, node, values);
          break;
        case NODE_ORDINAL:
          ordinal = g_strdup_printf ("%u", self->ordinal);
          add_text (self, ordinal);
          break;
        case NODE_STOP:
          add_text (self, self->last ? "." : ";");
          break;
        case NODE_IF:
          if (td_scope_value_is_given (td_values_lookup (values, node->text)) != node->negated)
            fill_nodes (self, node->children, values);
          else if (node->otherwise != NULL)
            fill_nodes (self, node->otherwise, values);
          break;
        case NODE_EACH:
          fill_each (self, node, values);
          break;
        case NODE_BLOCK:
          fill_block (self, node, values);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* “Phụ lục” when there is one, “Phụ lục I”, “Phụ lục II” when there are more (III.1.a). */
static void
number_annexes (TdDocument *document)
{
  guint count = 0, number = 0;

  for (guint i = 0; i < document->sections->len; i++)
    if (((TdSection *) g_ptr_array_index (document->sections, i))->flags & TD_SECTION_ANNEX)
      count++;
  for (guint i = 0; i < document->sections->len; i++)
    {
      TdSection *section = g_ptr_array_index (document->sections, i);
      TdParagraph *label;

      if ((section->flags & TD_SECTION_ANNEX) == 0)
        continue;
      label = ((TdBlock *) g_ptr_array_index (section->blocks, 0))->paragraph;
      number++;
      if (label->runs->len > 0)
        continue;
      td_paragraph_add (label, "Phụ lục", TD_RUN_PLAIN);
      if (count > 1)
        {
          g_autofree char *roman = td_words_roman (number);
          g_autofree char *text = g_strconcat (" ", roman, NULL);

          td_paragraph_add (label, text, TD_RUN_PLAIN);
        }
    }
}

void
td_template_fill (const TdTemplate *self, TdDocument *document, const TdValues *values,
                  TdPieceFunc func, gpointer data)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  Filler filler = { .document = document, .func = func, .data = data, .paragraphs = paragraphs };

  filler.section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  fill_nodes (&filler, self->root->children, values);
  number_annexes (document);
}
