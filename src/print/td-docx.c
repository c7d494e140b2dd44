/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-docx-private.h"

#include <math.h>
#include <string.h>

#include "base/td-date.h"
#include "print/td-grid.h"
#include "print/td-zip.h"

#define NAMESPACES                                                                                 \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                      \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "               \
  "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "           \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                             \
  "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Dots an inch of figures. */
#define FIGURE_DOTS 200.0

/* --- styles ----------------------------------------------------------------------------------- */

static void
append_style (const TdDocxWriter *self, GString *out, TdRole role)
{
  const TdLook *look = &self->looks->roles[role];
  guint level =
      role == TD_ROLE_TYPE || role == TD_ROLE_ANNEX_TITLE
          ? 1
          : td_role_get_outline_level (role) + (td_role_get_outline_level (role) > 0 ? 1 : 0);

  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Td%u\">"
                          "<w:name w:val=\"",
                          (guint) role);
  td_docx_append_escaped (out, look->name);
  g_string_append (out, "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>");
  if (look->keep_next)
    g_string_append (out, "<w:keepNext/>");
  g_string_append (out, "<w:widowControl/>");
  g_string_append_printf (out,
                          "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%ld\" "
                          "w:lineRule=\"auto\"/>",
                          td_docx_twips (look->before), td_docx_twips (look->after),
                          lround (look->line * 240));
  g_string_append_printf (out, "<w:ind w:left=\"%d\" w:firstLine=\"%d\"/>",
                          td_docx_twips (TD_MM (look->left_indent)),
                          td_docx_twips (TD_MM (look->first_indent)));
  if (look->contextual)
    g_string_append (out, "<w:contextualSpacing/>");
  g_string_append_printf (out, "<w:jc w:val=\"%s\"/>", td_docx_get_justification (look->align));
  if (level > 0)
    g_string_append_printf (out, "<w:outlineLvl w:val=\"%u\"/>", level - 1);
  g_string_append (out, "</w:pPr><w:rPr>");
  if (look->bold)
    g_string_append (out, "<w:b/>");
  if (look->italic)
    g_string_append (out, "<w:i/>");
  g_string_append_printf (out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/></w:rPr></w:style>",
                          lround (look->size.chosen * 2), lround (look->size.chosen * 2));
}

static char *
make_styles (const TdDocxWriter *self)
{
  GString *out =
      g_string_new (XML_HEAD "<w:styles " NAMESPACES "><w:docDefaults><w:rPrDefault><w:rPr>");

  g_string_append_printf (out,
                          "<w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:cs=\"%s\" w:eastAsia=\"%s\"/>"
                          "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
                          "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/>",
                          self->looks->family, self->looks->family, self->looks->family,
                          self->looks->family);
  g_string_append (out,
                   "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                   "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                   "<w:name w:val=\"Normal\"/></w:style>"
                   "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
                   "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                   "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>"
                   "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
  for (guint role = 0; role < TD_N_ROLES; role++)
    append_style (self, out, (TdRole) role);
  g_string_append (out, "</w:styles>");
  return g_string_free (out, FALSE);
}

/* --- figures ---------------------------------------------------------------------------------- */

static cairo_status_t
collect_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
append_figure (TdDocxWriter *self, const TdFigure *figure, double width)
{
  guint lower = GPOINTER_TO_UINT (g_hash_table_lookup (self->heights, figure));
  double height = lower > 0 ? lower / 10.0 : TD_MM (figure->height / 10.0);
  double scale = FIGURE_DOTS / 72;
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *sheet;
  cairo_t *cr;
  guint id;

  sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                      (int) ceil (height * scale));
  cr = cairo_create (sheet);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  self->options->figure (cr, width, height, figure, self->options->figure_data);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (sheet, collect_cb, png);
  cairo_surface_destroy (sheet);
  g_ptr_array_add (self->pictures, g_byte_array_free_to_bytes (png));
  id = self->pictures->len;
  g_string_append_printf (
      self->body,
      "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/><w:keepNext/></w:pPr><w:r><w:drawing>"
      "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "
      "cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%u\" name=\"Biểu đồ %u\" descr=\"",
      (guint) TD_ROLE_CENTERED, lround (width * 12700), lround (height * 12700), id, id);
  td_docx_append_escaped (self->body, figure->description);
  g_string_append_printf (
      self->body,
      "\"/><a:graphic><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
      "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"%u\" "
      "name=\"picture%u.png\"/><pic:cNvPicPr/></pic:nvPicPr>"
      "<pic:blipFill><a:blip "
      "r:embed=\"rPicture%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>"
      "<a:prstGeom "
      "prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
      "</wp:inline></w:drawing></w:r></w:p>",
      id, id, id, lround (width * 12700), lround (height * 12700));
}

/* --- sections --------------------------------------------------------------------------------- */

/* The section's properties: paper, margins, which header; what ends it in the text. (transfer full) */
static char *
make_section (const TdDocxWriter *self, const TdSection *section, gboolean first)
{
  GString *out = g_string_new ("<w:sectPr>");
  gboolean plain = (section->flags & (TD_SECTION_UNNUMBERED | TD_SECTION_STOCK)) != 0;
  TdPageBox box;

  td_looks_get_page_box (self->looks, section->flags, &box);
  if (section->flags & TD_SECTION_STOCK)
    box.left = box.top = box.right = box.bottom = 0;
  g_string_append_printf (out,
                          "<w:headerReference w:type=\"default\" r:id=\"%s\"/>"
                          "<w:headerReference w:type=\"first\" r:id=\"rHeaderPlain\"/>",
                          plain ? "rHeaderPlain" : "rHeader");
  if ((section->flags & TD_SECTION_STOCK) == 0)
    g_string_append (out, "<w:footerReference w:type=\"default\" r:id=\"rFooter\"/>"
                          "<w:footerReference w:type=\"first\" r:id=\"rFooter\"/>");
  g_string_append (out, "<w:type w:val=\"nextPage\"/>");
  g_string_append_printf (out, "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>", td_docx_twips (box.width),
                          td_docx_twips (box.height),
                          section->flags & TD_SECTION_LANDSCAPE ? " w:orient=\"landscape\"" : "");
  if (section->flags & TD_SECTION_STOCK)
    g_string_append (out, "<w:pgMar w:top=\"0\" w:right=\"0\" w:bottom=\"0\" w:left=\"0\" "
                          "w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/>");
  else
    g_string_append_printf (
        out,
        "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" "
        "w:footer=\"%d\" w:gutter=\"0\"/>",
        td_docx_twips (box.top), td_docx_twips (box.width - box.right),
        td_docx_twips (box.height - box.bottom), td_docx_twips (box.left),
        td_docx_twips (TD_MM (self->looks->page_number_top) - self->looks->page_number_size.chosen),
        td_docx_twips (TD_MM (8)));
  /* III.1.đ: every annex is numbered on its own. */
  if (first || (section->flags & TD_SECTION_ANNEX) != 0)
    g_string_append (out, "<w:pgNumType w:start=\"1\"/>");
  g_string_append (out, "<w:titlePg/></w:sectPr>");
  return g_string_free (out, FALSE);
}

/* The frame of a field of printed stock. (transfer full) */
static char *
make_frame (const TdStock *stock, const TdStockField *field)
{
  return g_strdup_printf ("<w:framePr w:w=\"%d\" w:h=\"%d\" w:hRule=\"exact\" w:wrap=\"around\" "
                          "w:hAnchor=\"page\" w:vAnchor=\"page\" w:x=\"%d\" w:y=\"%d\"/>",
                          td_docx_twips (TD_MM (field->width)),
                          td_docx_twips (TD_MM (field->height)),
                          td_docx_twips (TD_MM (field->x + stock->offset_x)),
                          td_docx_twips (TD_MM (field->y + stock->offset_y)));
}

static void
append_field (TdDocxWriter *self, const TdParagraph *paragraph)
{
  const TdStockField *field =
      self->stock != NULL ? td_stock_find (self->stock, paragraph->field) : NULL;
  g_autofree char *frame = NULL;
  TdDocxSetting setting = { 0 };

  if (field == NULL)
    return;
  frame = make_frame (self->stock, field);
  setting.frame = frame;
  setting.align = field->align;
  setting.size = field->size;
  setting.width = TD_MM (field->width);
  setting.flags = (field->bold ? TD_RUN_BOLD : 0) | (field->italic ? TD_RUN_ITALIC : 0);
  td_docx_append_paragraph (self, paragraph, &setting);
  /* Frames that follow one another are taken for one: something stands between them. */
  td_docx_append_gap (self, 1);
}

static void
append_block (TdDocxWriter *self, const TdBlock *block, const TdBlock *next, double width)
{
  TdDocxSetting setting = { .width = width };

  switch (block->kind)
    {
    case TD_BLOCK_PARAGRAPH:
      if (block->paragraph->field != NULL)
        append_field (self, block->paragraph);
      else
        {
          /* No signature without some text before it on its page. */
          setting.keep_next = next != NULL && next->kind == TD_BLOCK_TABLE
                              && next->table->use == TD_TABLE_SIGNATURES;
          /* The title of a figure stands under it, and heads nothing. */
          setting.let_go = block->paragraph->role == TD_ROLE_CAPTION && self->last != NULL
                           && self->last->kind == TD_BLOCK_FIGURE;
          td_docx_append_paragraph (self, block->paragraph, &setting);
        }
      break;
    case TD_BLOCK_TABLE:
      td_docx_append_table (self, block, width);
      break;
    case TD_BLOCK_FIGURE:
      if (self->options->figure != NULL)
        append_figure (self, block->figure, width);
      break;
    case TD_BLOCK_PAGE_BREAK:
    default:
      g_string_append (self->body, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
      break;
    }
  self->last = block;
}

/* On a paper of one page figures are as low as they are on ours, and a little more: lines differ. */
static void
find_heights (TdDocxWriter *self)
{
  g_autoptr (TdFlow) flow = NULL;
  const TdFlowPage *page;
  gboolean wanted = FALSE;

  for (guint s = 0; s < self->document->sections->len; s++)
    wanted |= (((TdSection *) g_ptr_array_index (self->document->sections, s))->flags
               & TD_SECTION_ONE_PAGE)
              != 0;
  if (!wanted)
    return;
  flow = td_flow_new (&self->shop, self->document, NULL, NULL);
  while ((page = td_flow_next (flow)) != NULL)
    for (guint i = 0; i < page->n_items; i++)
      if (page->items[i].piece->figure != NULL)
        g_hash_table_insert (self->heights, (gpointer) page->items[i].piece->figure,
                             GUINT_TO_POINTER ((guint) (page->items[i].piece->atom.height * 9.5)));
}

static void
append_sections (TdDocxWriter *self)
{
  for (guint s = 0; s < self->document->sections->len; s++)
    {
      const TdSection *section = g_ptr_array_index (self->document->sections, s);
      g_autofree char *properties = make_section (self, section, s == 0);
      TdPageBox box;

      td_looks_get_page_box (self->looks, section->flags, &box);
      if ((section->flags & TD_SECTION_STOCK) != 0 && self->stock == NULL)
        self->stock = td_stock_new_default ((section->flags & TD_SECTION_A3) != 0);
      for (guint b = 0; b < section->blocks->len; b++)
        append_block (self, g_ptr_array_index (section->blocks, b),
                      b + 1 < section->blocks->len ? g_ptr_array_index (section->blocks, b + 1)
                                                   : NULL,
                      box.right - box.left);
      if (s + 1 < self->document->sections->len)
        /* A section ends with a paragraph that says so: an empty one, of no height. */
        g_string_append_printf (
            self->body,
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
            "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>%s</w:pPr></w:p>",
            properties);
      else
        g_string_append (self->body, properties);
    }
}

/* --- the parts -------------------------------------------------------------------------------- */

/* The header: the page number in the middle of the upper margin (I.7), the word on a draft. */
static char *
make_header (const TdDocxWriter *self, gboolean numbered)
{
  GString *out = g_string_new (XML_HEAD "<w:hdr " NAMESPACES ">");
  long size = lround (self->looks->page_number_size.chosen * 2);

  g_string_append (out, "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>");
  if (numbered)
    g_string_append_printf (
        out,
        "<w:r><w:rPr><w:sz w:val=\"%ld\"/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        "<w:r><w:rPr><w:sz w:val=\"%ld\"/></w:rPr><w:instrText xml:space=\"preserve\"> PAGE "
        "</w:instrText></w:r><w:r><w:rPr><w:sz w:val=\"%ld\"/></w:rPr><w:fldChar "
        "w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:sz "
        "w:val=\"%ld\"/></w:rPr><w:t>2</w:t></w:r>"
        "<w:r><w:rPr><w:sz w:val=\"%ld\"/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>",
        size, size, size, size, size);
  g_string_append (out, "</w:p>");
  if (self->document->draft)
    g_string_append (
        out, "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:b/><w:color "
             "w:val=\"A6A6A6\"/><w:sz w:val=\"28\"/></w:rPr><w:t>DỰ THẢO</w:t></w:r></w:p>");
  g_string_append (out, "</w:hdr>");
  return g_string_free (out, FALSE);
}

static char *
make_footer (const TdDocxWriter *self)
{
  GString *out = g_string_new (XML_HEAD "<w:ftr " NAMESPACES "><w:p>");

  if (!self->document->draft && self->document->revision != NULL
      && *self->document->revision != '\0')
    {
      g_string_append_printf (out,
                              "<w:r><w:rPr><w:sz w:val=\"%ld\"/></w:rPr><w:t "
                              "xml:space=\"preserve\">Mã bản: ",
                              lround (self->looks->small_size * 2));
      td_docx_append_escaped (out, self->document->revision);
      g_string_append (out, "</w:t></w:r>");
    }
  g_string_append (out, "</w:p></w:ftr>");
  return g_string_free (out, FALSE);
}

static char *
make_core (const TdDocxWriter *self)
{
  g_autofree char *day = self->document->date != TD_DATE_NONE
                             ? td_date_format (self->document->date, TD_STYLE_PLAIN)
                             : g_strdup ("2020-03-05");
  GString *out = g_string_new (
      XML_HEAD
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");

  td_docx_append_escaped (out, self->document->title);
  g_string_append (out, "</dc:title><dc:creator>");
  td_docx_append_escaped (out, self->document->author);
  g_string_append_printf (
      out,
      "</dc:creator><dc:language>vi-VN</dc:language>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:created>"
      "</cp:coreProperties>",
      day);
  return g_string_free (out, FALSE);
}

#define RELATIONSHIP "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static char *
make_relationships (const TdDocxWriter *self)
{
  GString *out = g_string_new (
      XML_HEAD
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rStyles\" Type=\"" RELATIONSHIP "styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rSettings\" Type=\"" RELATIONSHIP "settings\" "
      "Target=\"settings.xml\"/>"
      "<Relationship Id=\"rHeader\" Type=\"" RELATIONSHIP "header\" Target=\"header1.xml\"/>"
      "<Relationship Id=\"rHeaderPlain\" Type=\"" RELATIONSHIP "header\" "
      "Target=\"header2.xml\"/>"
      "<Relationship Id=\"rFooter\" Type=\"" RELATIONSHIP "footer\" Target=\"footer1.xml\"/>");

  for (guint i = 0; i < self->pictures->len; i++)
    g_string_append_printf (out,
                            "<Relationship Id=\"rPicture%u\" Type=\"" RELATIONSHIP "image\" "
                            "Target=\"media/picture%u.png\"/>",
                            i + 1, i + 1);
  g_string_append (out, "</Relationships>");
  return g_string_free (out, FALSE);
}

static const char content_types[] =
    XML_HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Default Extension=\"png\" ContentType=\"image/png\"/>"
#define PART(name, type)                                                                           \
  "<Override PartName=\"/" name                                                                    \
  "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." type          \
  "+xml\"/>"
    PART ("word/document.xml", "document.main") PART ("word/styles.xml", "styles")
        PART ("word/settings.xml", "settings") PART ("word/header1.xml", "header")
            PART ("word/header2.xml", "header")
                PART ("word/footer1.xml",
                      "footer") "<Override PartName=\"/docProps/core.xml\" "
                                "ContentType=\"application/"
                                "vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char root_relationships[] = XML_HEAD
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rDocument\" Type=\"" RELATIONSHIP "officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rCore\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

/* The decimal comma, for whoever adds up in a table; the newest layout rules there are. */
static const char settings[] =
    XML_HEAD "<w:settings " NAMESPACES "><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
             "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
             "<w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>";

static gboolean
add_text (TdZip *zip, const char *name, const char *text, GError **error)
{
  return td_zip_add (zip, name, text, strlen (text), error);
}

static gboolean
write_parts (const TdDocxWriter *self, TdZip *zip, GError **error)
{
  g_autofree char *styles = make_styles (self);
  g_autofree char *header = make_header (self, TRUE);
  g_autofree char *plain = make_header (self, FALSE);
  g_autofree char *footer = make_footer (self);
  g_autofree char *core = make_core (self);
  g_autofree char *relationships = make_relationships (self);

  if (!add_text (zip, "[Content_Types].xml", content_types, error)
      || !add_text (zip, "_rels/.rels", root_relationships, error)
      || !add_text (zip, "word/document.xml", self->body->str, error)
      || !add_text (zip, "word/_rels/document.xml.rels", relationships, error)
      || !add_text (zip, "word/styles.xml", styles, error)
      || !add_text (zip, "word/settings.xml", settings, error)
      || !add_text (zip, "word/header1.xml", header, error)
      || !add_text (zip, "word/header2.xml", plain, error)
      || !add_text (zip, "word/footer1.xml", footer, error)
      || !add_text (zip, "docProps/core.xml", core, error))
    return FALSE;
  for (guint i = 0; i < self->pictures->len; i++)
    {
      GBytes *png = g_ptr_array_index (self->pictures, i);
      g_autofree char *name = g_strdup_printf ("word/media/picture%u.png", i + 1);

      if (!td_zip_add (zip, name, g_bytes_get_data (png, NULL), g_bytes_get_size (png), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
td_docx_write (const TdDocument *document, const char *path, const TdDocxOptions *options,
               GError **error)
{
  static const TdDocxOptions none = { NULL };
  const TdLooks *looks = td_looks_for_document (document);
  g_autoptr (TdTypesetter) typesetter = td_typesetter_new (looks->family);
  g_autoptr (TdArena) arena = td_arena_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GString) body = g_string_new (XML_HEAD "<w:document " NAMESPACES "><w:body>");
  g_autoptr (TdZip) zip = NULL;
  g_autoptr (TdStock) stock = NULL;
  g_autoptr (GHashTable) heights = g_hash_table_new (NULL, NULL);
  TdDocxWriter writer = { .document = document,
                          .looks = looks,
                          .options = options != NULL ? options : &none,
                          .shop = { looks, typesetter, arena },
                          .body = body,
                          .pictures = pictures,
                          .heights = heights };

  if (writer.options->stock != NULL)
    writer.stock = td_stock_copy (writer.options->stock);
  find_heights (&writer);
  append_sections (&writer);
  stock = writer.stock;
  g_string_append (body, "</w:body></w:document>");
  zip = td_zip_new (path, error);
  return zip != NULL && write_parts (&writer, zip, error) && td_zip_finish (zip, error);
}
