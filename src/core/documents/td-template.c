/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

static const TdTag tags[] = {
  { "doan", TD_TAG_BLOCK, TD_ROLE_BODY },
  { "gach", TD_TAG_BLOCK, TD_ROLE_BODY, "-" },
  { "cong", TD_TAG_BLOCK, TD_ROLE_BODY, "+" },
  { "giua", TD_TAG_BLOCK, TD_ROLE_CENTERED },
  { "ten loai", TD_TAG_BLOCK, TD_ROLE_TYPE },
  { "trich yeu", TD_TAG_BLOCK, TD_ROLE_SUBJECT },
  { "trich yeu cong van", TD_TAG_BLOCK, TD_ROLE_LETTER_SUBJECT },
  { "can cu", TD_TAG_BLOCK, TD_ROLE_GROUND },
  { "tham quyen", TD_TAG_BLOCK, TD_ROLE_AUTHORITY },
  { "quyet dinh", TD_TAG_BLOCK, TD_ROLE_RESOLVE },
  { "muc", TD_TAG_BLOCK, TD_ROLE_HEADING },
  { "khoan", TD_TAG_BLOCK, TD_ROLE_CLAUSE },
  { "diem", TD_TAG_BLOCK, TD_ROLE_SUBCLAUSE },
  { "dieu", TD_TAG_BLOCK, TD_ROLE_ARTICLE },
  { "ten bang", TD_TAG_BLOCK, TD_ROLE_CAPTION },
  { "don vi tinh", TD_TAG_BLOCK, TD_ROLE_UNIT_NOTE },
  { "ghi chu", TD_TAG_BLOCK, TD_ROLE_NOTE },
  { "kem theo", TD_TAG_BLOCK, TD_ROLE_ANNEX_REFERENCE },
  { "khoi", TD_TAG_PIECE },
  { "phu luc", TD_TAG_ANNEX, TD_ROLE_ANNEX_TITLE, NULL, TD_SECTION_ANNEX },
  { "phu luc ngang", TD_TAG_ANNEX, TD_ROLE_ANNEX_TITLE, NULL,
    TD_SECTION_ANNEX | TD_SECTION_LANDSCAPE },
  { "kho ngang", TD_TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_LANDSCAPE },
  { "mot trang", TD_TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_ONE_PAGE },
  { "khong so trang", TD_TAG_SECTION_FLAG, TD_ROLE_BODY, NULL, TD_SECTION_UNNUMBERED },
  { "trang moi", TD_TAG_PAGE_BREAK },
};

/* `[ô NAME]`: the words of one field of printed stock. */
static const TdTag field_tag = { "o", TD_TAG_FIELD, TD_ROLE_FIELD };

static const struct
{
  const char *name; /* folded */
  TdFilter filter;
  guint types; /* a bit each TdNameType it may stand with */
} filters[] = {
  { "hoa", TD_FILTER_UPPER, 1 << TD_NAME_TEXT | 1 << TD_NAME_DATE },
  { "hoa dau", TD_FILTER_CAPITALIZE, 1 << TD_NAME_TEXT | 1 << TD_NAME_DATE },
  { "thuong", TD_FILTER_LOWER, 1 << TD_NAME_TEXT },
  { "bang chu", TD_FILTER_WORDS, 1 << TD_NAME_COUNT | 1 << TD_NAME_MONEY },
  { "so", TD_FILTER_FIGURES, 1 << TD_NAME_COUNT | 1 << TD_NAME_DATE },
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
  TdTemplateNode *self = data;

  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->field);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->otherwise, g_ptr_array_unref);
  g_free (self);
}

static TdTemplateNode *
new_node (TdNodeKind kind)
{
  TdTemplateNode *self = g_new0 (TdTemplateNode, 1);

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
static TdTemplateNode *
read_place (Reader *self, const char *content)
{
  g_auto (GStrv) parts = NULL;
  const TdName *name;
  TdTemplateNode *node;

  if (g_str_equal (content, "#") || g_str_equal (content, ";."))
    {
      if (self->loops->len == 0)
        {
          complain (self, _ ("“%s” can only be used between {mỗi …} of its list and {hết}"),
                    content);
          return NULL;
        }
      return new_node (*content == '#' ? TD_NODE_ORDINAL : TD_NODE_STOP);
    }
  parts = g_strsplit (content, "|", 2);
  node = new_node (TD_NODE_PLACE);
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
      if (node->filter == TD_FILTER_NONE)
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
static TdTemplateNode *
open_brace (Reader *self, const Brace *brace)
{
  const TdName *name = find_name (self, brace->name, brace->name);
  TdTemplateNode *node;

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
  node = new_node (brace->kind == BRACE_EACH ? TD_NODE_EACH : TD_NODE_IF);
  node->text = g_strdup (brace->name);
  node->name = name;
  node->negated = brace->negated;
  return node;
}

/* What is open around the place being read; the innermost last. */
typedef struct
{
  GPtrArray *open; /* of TdTemplateNode, borrowed */
} Stack;

static GPtrArray *
get_target (Stack *stack)
{
  TdTemplateNode *top = g_ptr_array_index (stack->open, stack->open->len - 1);

  return top->otherwise != NULL ? top->otherwise : top->children;
}

static void
push_open (Reader *self, Stack *stack, TdTemplateNode *node)
{
  g_ptr_array_add (get_target (stack), node);
  g_ptr_array_add (stack->open, node);
  if (node->kind == TD_NODE_EACH)
    g_ptr_array_add (self->loops, node->text);
}

static void
pop_open (Reader *self, Stack *stack)
{
  TdTemplateNode *top = g_ptr_array_index (stack->open, stack->open->len - 1);

  if (top->kind == TD_NODE_EACH)
    g_ptr_array_remove_index (self->loops, self->loops->len - 1);
  g_ptr_array_remove_index (stack->open, stack->open->len - 1);
}

/* {nếu}, {mỗi}, {khác}, {hết}: FALSE after a complaint. */
static gboolean
apply_brace (Reader *self, Stack *stack, const Brace *brace)
{
  TdTemplateNode *top = g_ptr_array_index (stack->open, stack->open->len - 1);
  TdTemplateNode *node;

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
      if (top->kind != TD_NODE_IF || top->otherwise != NULL)
        {
          complain (self, _ ("{khác} belongs to an {nếu …} before it"));
          return FALSE;
        }
      top->otherwise = g_ptr_array_new_with_free_func (free_node);
      return TRUE;
    case BRACE_END:
      if (top->kind != TD_NODE_IF && top->kind != TD_NODE_EACH)
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
  TdTemplateNode *node;

  if (text->len == 0)
    return;
  node = new_node (TD_NODE_TEXT);
  node->text = g_strndup (text->str, text->len);
  g_ptr_array_add (get_target (stack), node);
  g_string_truncate (text, 0);
}

/* The inside of one block. */
static void
read_inline (Reader *self, const char *line, TdTemplateNode *block)
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
          g_ptr_array_add (get_target (&stack),
                           new_node (*at == '*' ? TD_NODE_BOLD : TD_NODE_ITALIC));
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
              TdTemplateNode *node = read_place (self, content);

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

static const TdTag *
find_tag (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (folded, tags[i].name))
      return &tags[i];
  return NULL;
}

/* Takes the tag off the front of @line. %NULL after a complaint. */
static const TdTag *
read_tag (Reader *self, const char **line, char **field)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  const char *end;
  const TdTag *tag;

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
  const TdTag *tag = read_tag (self, &line, &field);
  TdTemplateNode *node;

  if (tag == NULL)
    return;
  node = new_node (TD_NODE_BLOCK);
  node->tag = tag;
  node->field = g_steal_pointer (&field);
  g_ptr_array_add (get_target (stack), node);
  if (tag->kind == TD_TAG_SECTION_FLAG || tag->kind == TD_TAG_PAGE_BREAK)
    {
      if (*line != '\0')
        complain (self, _ ("this block takes no words: “%s”"), line);
      if (tag->kind == TD_TAG_SECTION_FLAG && (self->sections_started || stack->open->len > 1))
        complain (self, _ ("what is said of the whole page must come before all blocks"));
      return;
    }
  self->sections_started = TRUE;
  if (tag->kind == TD_TAG_PIECE)
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
  self->root = new_node (TD_NODE_BLOCK);
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
