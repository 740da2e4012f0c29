using System.Diagnostics;
using System.IO.Compression;
using Seminar.Host.Tests;
using Seminar.Reports.Formats;
using Seminar.Reports.Outline;
using Seminar.Reports.Tests.Outlines;

namespace Seminar.Reports.Tests;

/// <summary>The documents in other people's programs: LibreOffice opens them, the schema of OpenDocument accepts them.</summary>
public sealed class Opened_elsewhere : IDisposable
{
    private const string NoOffice = "No word processor: run « apt-get install libreoffice-writer-nogui poppler-utils ».";
    private const string NoSchema = "No validator of OpenDocument: run « apt-get install jing » and put OpenDocument-schema-v1.3.rnc (OASIS; Debian's emacs-common has it) into artifacts/odf-schema.";

    private readonly string _folder = Directory.CreateTempSubdirectory("seminar-reports-").FullName;

    public static TheoryData<string> WordProcessed => ["docx", "odt"];

    [Theory]
    [MemberData(nameof(WordProcessed))]
    public async Task LibreOffice_finds_the_same_structure(string key)
    {
        var report = BilanOutline.Write(Sample.Whole);
        var file = await SaveAsync(key, "bilan");

        // Into its own format and back to us: through all that it understood.
        var saved = await ConvertAsync(file, "fodt");
        var read = OutlineOf.OpenDocument(Zipped(await File.ReadAllBytesAsync(saved)));

        var model = OutlineOf.Model(report);
        read.Headings.Should().Equal(model.Headings);
        (read.Items, read.Tables, read.Rows, read.Charts).Should().Be((model.Items, model.Tables, model.Rows, model.Charts));
    }

    [Theory]
    [MemberData(nameof(WordProcessed))]
    public async Task LibreOffice_prints_it(string key)
    {
        var pdf = await ConvertAsync(await SaveAsync(key, "bilan"), "pdf");

        var text = await RunAsync("pdftotext", NoOffice, "-layout", pdf, "-");
        text.Should().Contain("Sommaire").And.Contain("Synthèse transversale").And.Contain("Agir sur la mobilité des jeunes");
        text.Split('\f').Length.Should().BeInRange(35, 70, "48 pages or so");
        text.Should().Contain("Page 12 sur");
    }

    [Fact]
    public async Task The_schema_of_OpenDocument_accepts_every_part()
    {
        var schema = SchemaOrNull();
        Assert.SkipWhen(schema is null, NoSchema);
        var parts = new List<string>();
        foreach (var (name, report) in new[] { ("whole", BilanOutline.Write(Sample.Whole)), ("malicious", BilanOutline.Write(Sample.Of(Sample.Workshop("mobility") with
        {
            Board = [new Contracts.Workshops.BoardColumn(Contracts.Workshops.Column.Brake, [new Contracts.Workshops.Heading(Malice.Title, null, Malice.Notes)])],
        }))) })
        {
            using var package = new ZipArchive(new MemoryStream(await ReportFormats.Find("odt")!.WriteAsync(report)));
            package.Entries[0].FullName.Should().Be("mimetype");
            foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal) && entry.Name != "manifest.xml"))
            {
                parts.Add(Path.Combine(_folder, $"{name}-{entry.FullName.Replace('/', '-')}"));
                await entry.ExtractToFileAsync(parts[^1]);
            }
        }

        parts.Should().HaveCountGreaterThan(12);
        // Without the check of identifiers: the schema itself is refused by it.
        (await RunAsync("jing", NoSchema, ["-i", "-c", schema!, .. parts])).Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? SchemaOrNull()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "odf-schema");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "OpenDocument-schema-v1.3.rnc").FirstOrDefault() : null;
    }

    private async Task<string> SaveAsync(string key, string name)
    {
        var file = Path.Combine(_folder, $"{name}.{key}");
        await File.WriteAllBytesAsync(file, await ReportFormats.Find(key)!.WriteAsync(BilanOutline.Write(Sample.Whole)));
        return file;
    }

    private async Task<string> ConvertAsync(string file, string to)
    {
        // A profile of its own: LibreOffice serves one at a time.
        await RunAsync("soffice", NoOffice, $"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", to, "--outdir", Path.Combine(_folder, "out"), file);
        return Path.Combine(_folder, "out", Path.ChangeExtension(Path.GetFileName(file), to));
    }

    private static byte[] Zipped(byte[] content)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var entry = package.CreateEntry("content.xml").Open();
            entry.Write(content);
        }

        return file.ToArray();
    }

    private static async Task<string> RunAsync(string program, string missing, params string[] arguments)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(found, missing);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return output;
    }
}
