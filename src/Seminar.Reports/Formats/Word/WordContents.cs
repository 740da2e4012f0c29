using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Section = Seminar.Reports.Model.Section;

namespace Seminar.Reports.Formats.Word;

/// <summary>
/// The table of contents: Word's own field, already filled, so that it is there even before anyone refreshes it; page numbers are
/// references that the word processor works out.
/// </summary>
internal static class WordContents
{
    private const string Instruction = @" TOC \o ""1-2"" \h \z \u ";

    public static IEnumerable<OpenXmlElement> Write(IEnumerable<Section> sections)
    {
        yield return WordBlocks.Paragraph("TOCHeading", "Sommaire");
        var entries = sections.Select(Entry).ToList();
        if (entries.Count == 0)
        {
            yield break;
        }

        // The field begins in its first entry and ends in its last. Word refreshes it when it opens the document.
        entries[0].InsertAfter(
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }), entries[0].ParagraphProperties);
        entries[0].InsertAfter(
            new Run(new FieldCode(Instruction) { Space = SpaceProcessingModeValues.Preserve }), entries[0].Elements<Run>().First());
        entries[0].InsertAfter(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), entries[0].Elements<Run>().ElementAt(1));
        foreach (var entry in entries)
        {
            yield return entry;
        }

        yield return new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
    }

    /// <summary>A heading that the table of contents can lead to. Its number is its style's.</summary>
    public static Paragraph Heading(Section section)
    {
        var id = BookmarkId(section);
        return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{Math.Min(section.Level, 3)}" }),
            new BookmarkStart { Id = id, Name = BookmarkName(section) },
            WordBlocks.Run(section.Title),
            new BookmarkEnd { Id = id });
    }

    private static Paragraph Entry(Section section) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = $"TOC{section.Level}" }),
        new Hyperlink(
            WordBlocks.Run(section.Number), new Run(new TabChar()), WordBlocks.Run(section.Title), new Run(new TabChar()),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode($@" PAGEREF {BookmarkName(section)} \h ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            WordBlocks.Run("…"),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }))
        { Anchor = BookmarkName(section), History = true });

    private static string BookmarkName(Section section) => "_Toc" + section.Number.Replace('.', '_');

    // Unique: each part of the number has three digits of its own.
    private static string BookmarkId(Section section) =>
        section.Number.Split('.').Aggregate(0, (id, part) => id * 1000 + int.Parse(part, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
}
