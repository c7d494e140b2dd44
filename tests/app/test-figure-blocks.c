/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks pasted into, copied from and filled down a small model: which cells get which text. */
#include "app/widgets/td-figure-blocks.h"

/*
 * Three rows and three columns: A takes one figure, B “done/due”, C cannot be typed into. Every cell
 * reads as its own place.
 */
#define TD_TYPE_TRIAL (td_trial_get_type ())
G_DECLARE_FINAL_TYPE (TdTrial, td_trial, TD, TRIAL, GObject)

struct _TdTrial
{
  GObject parent_instance;
};

static void
td_trial_get_size (TdFigureModel *model, guint *rows, guint *columns)
{
  *rows = *columns = 3;
}

static char *
td_trial_get_edit_text (TdFigureModel *model, guint row, guint column)
{
  return g_strdup_printf ("%c%u", (char) ('A' + column), row + 1);
}

static gboolean
td_trial_is_editable (TdFigureModel *model, guint row, guint column)
{
  return column < 2;
}

static guint
td_trial_get_paste_width (TdFigureModel *model, guint column)
{
  return column == 1 ? 2 : 1;
}

static void
model_init (TdFigureModelInterface *interface)
{
  interface->get_size = td_trial_get_size;
  interface->get_edit_text = td_trial_get_edit_text;
  interface->is_editable = td_trial_is_editable;
  interface->get_paste_width = td_trial_get_paste_width;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TdTrial, td_trial, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_FIGURE_MODEL, model_init))

static void
td_trial_class_init (TdTrialClass *class)
{
}

static void
td_trial_init (TdTrial *self)
{
}

/* Edits as `A1=text`, with spaces between them. */
static char *
describe (GArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const TdFigureEdit *edit = &g_array_index (edits, TdFigureEdit, i);

      g_string_append_printf (text, "%s%c%u=%s%s", i > 0 ? " " : "", (char) ('A' + edit->column),
                              edit->row + 1, edit->text, edit->foreign ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_paste (void)
{
  static const struct
  {
    const char *what;
    TdFigureRange range;
    const char *pasted;
    gboolean foreign;
    const char *edits;
  } cases[] = {
    { "a block goes in from the first cell on",
      { 0, 0, 0, 0 },
      "1\t2\n3\t4\n",
      FALSE,
      "A1=1 B1=2 A2=3 B2=4" },
    { "one cell goes into the whole range", { 0, 0, 1, 1 }, "7", FALSE, "A1=7 B1=7 A2=7 B2=7" },
    { "what does not fit is left out", { 2, 1, 2, 1 }, "1/2\t9\n3/4\t9\n", FALSE, "B3=1/2" },
    { "a locked column takes nothing", { 0, 2, 2, 2 }, "5", FALSE, "" },
    { "two columns become done/due", { 0, 0, 0, 0 }, "1\t12\t15\t8\n", FALSE, "A1=1 B1=12/15" },
    { "a pair of blanks stays blank", { 0, 1, 0, 1 }, "\t\n3\t4\n", FALSE, "B1= B2=3/4" },
    { "half a pair is kept to be told", { 0, 1, 0, 1 }, "\t4\n", FALSE, "B1=/4" },
    { "a written ratio is not spread", { 0, 0, 0, 0 }, "1\t2/3\t4\t5\n", FALSE, "A1=1 B1=2/3" },
    { "what is foreign is marked", { 0, 0, 0, 0 }, "1,000", TRUE, "A1=1,000!" },
  };
  g_autoptr (GObject) model = g_object_new (TD_TYPE_TRIAL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdTextBlock) block = td_text_block_parse (cases[i].pasted, -1, &error);
      g_autoptr (GArray) edits = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_no_error (error);
      edits = td_figure_blocks_paste (TD_FIGURE_MODEL (model), &cases[i].range, block,
                                      cases[i].foreign);
      found = describe (edits);
      g_assert_cmpstr (found, ==, cases[i].edits);
    }
}

static void
test_copy (void)
{
  g_autoptr (GObject) model = g_object_new (TD_TYPE_TRIAL, NULL);
  const TdFigureRange range = { 1, 1, 2, 2 };
  g_autoptr (TdTextBlock) block = td_figure_blocks_copy (TD_FIGURE_MODEL (model), &range);
  g_autofree char *text = td_text_block_format (block);

  g_assert_cmpstr (text, ==, "B2\tC2\nB3\tC3\n");
}

static void
test_fill_down (void)
{
  g_autoptr (GObject) model = g_object_new (TD_TYPE_TRIAL, NULL);
  const TdFigureRange all = { 0, 0, 2, 2 }, one = { 1, 0, 1, 2 };
  g_autoptr (GArray) edits = td_figure_blocks_fill_down (TD_FIGURE_MODEL (model), &all);
  g_autoptr (GArray) none = td_figure_blocks_fill_down (TD_FIGURE_MODEL (model), &one);
  g_autofree char *found = describe (edits);

  g_assert_cmpstr (found, ==, "A2=A1 A3=A1 B2=B1 B3=B1");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-blocks/paste", test_paste);
  g_test_add_func ("/figure-blocks/copy", test_copy);
  g_test_add_func ("/figure-blocks/fill-down", test_fill_down);
  return g_test_run ();
}
