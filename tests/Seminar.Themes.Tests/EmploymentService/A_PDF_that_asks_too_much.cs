using System.IO.Compression;
using System.Text;
using Seminar.Themes.EmploymentService;
using Seminar.Themes.EmploymentService.Features.Documents;

namespace Seminar.Themes.Tests.EmploymentService;

/// <summary>Files of a few kilobytes that would take gigabytes or minutes to read whole: they are kept, their titles find them, and what cannot be read in reason is not.</summary>
public sealed class A_PDF_that_asks_too_much : IAsyncDisposable
{
    private const string Start = "BT /F1 12 Tf 50 700 Td (debut) Tj ";

    private readonly ThemeDatabase _theme = new(typeof(EmploymentServiceTheme).Assembly, "employment-service");

    public async ValueTask DisposeAsync() => await _theme.DisposeAsync();

    public static TheoryData<string, byte[]> Traps => new()
    {
        { "45 MB of letters folded into one page", TrapPdf.Make(content: TrapPdf.Folded(Start, "(a) Tj\n", 45_000_000)) },
        { "folded twice", TrapPdf.Make(content: TrapPdf.FoldedTwice(Start, "(a) Tj\n", 45_000_000)) },
        { "three million letters in one instruction", TrapPdf.Make(content: TrapPdf.Folded(Start + "(", "a", 2_900_000)) },
        { "states put aside without end", TrapPdf.Make(content: TrapPdf.Folded(Start, "q ", 2_900_000)) },
        { "parts that draw each other a hundred times", TrapPdf.Make(content: TrapPdf.Plain("/A Do"), parts: 6) },
        { "one content named two hundred thousand times", TrapPdf.Make(content: TrapPdf.Plain(new string('%', 100_000)), times: 200_000) },
        { "a table of four billion letters", TrapPdf.Make(content: TrapPdf.Plain(Start), letters: "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange") },
        { "a folded table of four billion letters", TrapPdf.Make(content: TrapPdf.Plain(Start), letters: "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", isFolded: true) },
        { "a table behind half of another", TrapPdf.Make(content: TrapPdf.Plain(Start), letters: "0 beginbfrange <01> 1 beginbfrange % <02>\n<00000000> <FFFFFFFF> <0041> endbfrange", isFolded: true) },
        { "many long tables", TrapPdf.Make(content: TrapPdf.Plain(Start), letters: string.Concat(Enumerable.Repeat("1 beginbfrange <0000> <FFFF> <0041> endbfrange ", 50_000)), isFolded: true) },
    };

    [Theory]
    [MemberData(nameof(Traps), DisableDiscoveryEnumeration = true)]
    public async Task Is_kept_and_found_by_its_title(string trap, byte[] content)
    {
        (await AddAsync(trap, content)).Accepted.Should().BeTrue();

        (await FindAsync(trap)).Items.Should().ContainSingle().Which.Kind.Should().Be("pdf");
    }

    [Fact]
    public async Task Gives_the_words_of_its_other_pages()
    {
        await AddAsync("Atlas", TrapPdf.Make(content: TrapPdf.Folded(Start, "0 0 m\n", 3_500_000), second: TrapPdf.Plain("BT /F1 12 Tf 50 700 Td (Le garage) Tj 80 0 Td (solidaire) Tj 0 -14 Td (ouvre) Tj ET")));

        (await FindAsync("garage solidaire ouvre")).Items.Should().ContainSingle();
        (await FindAsync("debut")).Items.Should().BeEmpty("that page is a drawing of three megabytes");
    }

    [Fact]
    public async Task Words_of_a_tight_line_are_parted_and_letters_drawn_together_are_not()
    {
        await AddAsync("Note", TrapPdf.Make(content: TrapPdf.Plain("BT /F1 12 Tf 50 700 Td [(le) -200 (pont) 60 (onnier)] TJ ET")));

        (await FindAsync("le pontonnier")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task An_ordinary_table_of_letters_is_read()
    {
        await AddAsync("Note", TrapPdf.Make(
            content: TrapPdf.Plain(Start), isFolded: true,
            letters: "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfrange <00> <7F> <0000> <80> <81> [<00E9> <00E8>] <82> <FF> <0082> endbfrange 2 beginbfchar <1B> <00660066> <1C> <00660069> endbfchar endcmap"));

        (await FindAsync("debut")).Items.Should().ContainSingle("a ligature of two letters is no range of six million");
    }

    private Task<Contracts.Outcome> AddAsync(string title, byte[] content) =>
        new AddDocumentHandler(_theme.Database, new InThisProcess(), TimeProvider.System).Handle(new AddDocument(new DocumentForm(title, "Essai", "Lot", "2026-11-24"), new DocumentFile("essai.pdf", content)), CancellationToken.None);

    private Task<DocumentsView> FindAsync(string words) => new ShowDocumentsHandler(_theme.Database).Handle(new ShowDocuments(words), CancellationToken.None);
}

/// <summary>Writes a PDF that no program would.</summary>
internal static class TrapPdf
{
    private const string Flate = "/Filter /FlateDecode";

    internal sealed record Stream(string Entries, byte[] Data);

    public static Stream Plain(string instructions) => new("", Encoding.ASCII.GetBytes(instructions));

    public static Stream Folded(string start, string repeated, int length) => new(Flate, Fold(start, repeated, length));

    public static Stream FoldedTwice(string start, string repeated, int length) => new("/Filter [/FlateDecode /FlateDecode]", Fold(Encoding.Latin1.GetString(Fold(start, repeated, length)), "", 0));

    public static byte[] Make(Stream content, int times = 1, int parts = 0, string letters = "", bool isFolded = false, Stream? second = null)
    {
        // Objects: 1 catalogue, 2 pages, 3 and 4 the two pages, 5 font, 6 and 7 their contents, 8 table of letters, 9… parts.
        List<Stream> streams = [content, second ?? Plain(""), isFolded ? new Stream(Flate, Fold(letters, "", 0)) : Plain(letters)];
        streams.AddRange(Enumerable.Range(0, parts).Select(part => new Stream($"/Type /XObject /Subtype /Form /BBox [0 0 1 1] {Resources(Math.Min(10 + part, 8 + parts))}", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("/A Do ", 100))))));
        List<byte[]> objects =
        [
            Encoding.ASCII.GetBytes("<< /Type /Catalog /Pages 2 0 R >>"), Encoding.ASCII.GetBytes("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"),
            Page(string.Concat(Enumerable.Repeat("6 0 R ", times)), parts), Page("7 0 R", parts),
            Encoding.ASCII.GetBytes($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {(letters.Length > 0 ? "/ToUnicode 8 0 R" : "")} >>"),
            .. streams.Select(stream => (byte[])[.. Encoding.ASCII.GetBytes($"<< /Length {stream.Data.Length} {stream.Entries} >>\nstream\n"), .. stream.Data, .. "\nendstream"u8]),
        ];
        return Write(objects);
    }

    private static byte[] Page(string contents, int parts) =>
        Encoding.ASCII.GetBytes($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [{contents}] {Resources(parts > 0 ? 9 : 0)} >>");

    private static string Resources(int part) => $"/Resources << /Font << /F1 5 0 R >> {(part > 0 ? $"/XObject << /A {part} 0 R >>" : "")} >>";

    private static byte[] Write(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var (each, index) in objects.Select((each, index) => (each, index)))
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write([.. Encoding.ASCII.GetBytes($"{index + 1} 0 obj\n"), .. each, .. "\nendobj\n"u8]);
        }

        var end = $"{table}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{file.Position}\n%%EOF";
        file.Write(Encoding.ASCII.GetBytes(end));
        return file.ToArray();
    }

    private static byte[] Fold(string start, string repeated, int length)
    {
        using var folded = new MemoryStream();
        using (var zlib = new ZLibStream(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(start));
            var thousand = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1000)));
            for (var written = 0; written < length; written += thousand.Length)
            {
                zlib.Write(thousand);
            }
        }

        return folded.ToArray();
    }
}
