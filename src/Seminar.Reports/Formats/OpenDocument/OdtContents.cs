using System.Xml.Linq;
using Seminar.Reports.Model;
using static Seminar.Reports.Formats.OpenDocument.Odf;

namespace Seminar.Reports.Formats.OpenDocument;

/// <summary>Headings and the table of contents that leads to them; its page numbers are references that the word processor works out.</summary>
internal static class OdtContents
{
    private const int Levels = 2;

    public static XElement Write(Report report) => new(Text + "table-of-content",
        new XAttribute(Text + "name", "Sommaire"), new XAttribute(Text + "protected", "false"),
        new XElement(Text + "table-of-content-source",
            new XAttribute(Text + "outline-level", Levels),
            new XElement(Text + "index-title-template", new XAttribute(Text + "style-name", "Contents_20_Heading"), "Sommaire"),
            Enumerable.Range(1, Levels).Select(Template)),
        new XElement(Text + "index-body",
            new XElement(Text + "index-title", new XAttribute(Text + "name", "Sommaire_Titre"),
                new XElement(Text + "p", new XAttribute(Text + "style-name", "ContentsTitle"), "Sommaire")),
            report.AllSections().Where(section => section.Level <= Levels).Select(Entry)));

    public static XElement Heading(Section section) => new(Text + "h",
        new XAttribute(Text + "style-name", $"Heading_20_{Math.Min(section.Level, 3)}"), new XAttribute(Text + "outline-level", section.Level),
        new XElement(Text + "bookmark-start", new XAttribute(Text + "name", section.Anchor)),
        OdtBlocks.Words(section.Title),
        new XElement(Text + "bookmark-end", new XAttribute(Text + "name", section.Anchor)));

    private static XElement Template(int level) => new(Text + "table-of-content-entry-template",
        new XAttribute(Text + "outline-level", level), new XAttribute(Text + "style-name", $"Contents_20_{level}"),
        new XElement(Text + "index-entry-link-start"),
        new XElement(Text + "index-entry-chapter"),
        new XElement(Text + "index-entry-text"),
        new XElement(Text + "index-entry-tab-stop", new XAttribute(Style + "type", "right"), new XAttribute(Style + "leader-char", ".")),
        new XElement(Text + "index-entry-page-number"),
        new XElement(Text + "index-entry-link-end"));

    private static XElement Entry(Section section) => new(Text + "p", new XAttribute(Text + "style-name", $"Contents_20_{section.Level}"),
        new XElement(Text + "a", new XAttribute(XLink + "type", "simple"), new XAttribute(XLink + "href", $"#{section.Anchor}"),
            new XAttribute(Text + "style-name", "Index_20_Link"), new XAttribute(Text + "visited-style-name", "Index_20_Link"),
            section.Number, new XElement(Text + "tab"), OdtBlocks.Words(section.Title), new XElement(Text + "tab"),
            new XElement(Text + "bookmark-ref", new XAttribute(Text + "reference-format", "page"), new XAttribute(Text + "ref-name", section.Anchor), "…")));
}
