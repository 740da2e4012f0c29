using System.IO.Compression;
using System.Text;
using Seminar.Themes.EmploymentService;
using Seminar.Themes.EmploymentService.Features.Documents;

namespace Seminar.Themes.Tests.EmploymentService;

/// <summary>What the partners share: kept, found, and harmless.</summary>
public sealed class The_document_base : IAsyncDisposable
{
    private readonly ThemeDatabase _theme = new(typeof(EmploymentServiceTheme).Assembly, "employment-service");

    public async ValueTask DisposeAsync() => await _theme.DisposeAsync();

    [Fact]
    public async Task Finds_a_document_by_its_text_whatever_the_accents()
    {
        (await AddAsync("Convention", Zip(("word/document.xml", "<w:document><w:t>Prêt de véhicules aux apprentis</w:t></w:document>"))))!.Accepted.Should().BeTrue();
        await AddAsync("Affiche", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1]);

        (await FindAsync("vehicules")).Items.Select(item => (item.Title, item.Kind)).Should().Equal(("Convention", "docx"));
        (await FindAsync("affiche")).Items.Should().ContainSingle();
        (await FindAsync(null)).Items.Should().HaveCount(2);
        (await FindAsync("\" OR NEAR(")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Finds_a_PDF_by_its_text_and_keeps_one_that_cannot_be_read()
    {
        (await AddAsync("Compte rendu", Pdf("Le garage solidaire ouvre en mars"))).Accepted.Should().BeTrue();
        (await AddAsync("Affiche abîmée", Encoding.ASCII.GetBytes("%PDF-1.7 and then nothing that a reader understands"))).Accepted.Should().BeTrue();

        (await FindAsync("garage")).Items.Select(item => (item.Title, item.Kind)).Should().Equal(("Compte rendu", "pdf"));
        (await FindAsync("abimee")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Finds_a_word_of_which_half_is_bold_and_none_that_two_paragraphs_would_make()
    {
        await AddAsync("Convention", Zip(("word/document.xml", "<w:p><w:r><w:t>véhi</w:t></w:r><w:r><w:t>cules prêtés</w:t></w:r></w:p><w:p><w:t>apprentis</w:t></w:p>")));

        (await FindAsync("vehicules")).Items.Should().ContainSingle();
        (await FindAsync("apprentis")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task What_should_not_have_been_put_in_goes_away_with_all_its_versions()
    {
        await AddAsync("Liste", Encoding.UTF8.GetBytes("des noms"));
        var list = (await FindAsync(null)).Items.Single();
        await AddAsync("Liste", Encoding.UTF8.GetBytes("encore des noms"), list.Id);

        await new RemoveDocumentHandler(_theme.Database).Handle(new RemoveDocument(list.Id), CancellationToken.None);

        (await FindAsync("noms")).Items.Should().BeEmpty();
        (await new ReadDocumentHandler(_theme.Database).Handle(new ReadDocument(list.Id, 1), CancellationToken.None)).Should().BeNull();
        await AddAsync("Note", Encoding.UTF8.GetBytes("du neuf"));
        (await FindAsync("neuf")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task A_refused_version_is_told_at_its_own_form()
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes("la première rédaction"));
        var note = (await FindAsync(null)).Items.Single();

        (await AddAsync("Note", [], note.Id)).Refusals.Single().Path.Should().Be($"{note.Id}-file");
        (await AddAsync("Note", new byte[AddDocumentHandler.MostBytes + 1], note.Id)).Refusals.Single().Message.Should().Contain("10 Mo");
    }

    [Fact]
    public async Task Keeps_every_version_and_searches_the_last()
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes("la première rédaction"));
        var note = (await FindAsync(null)).Items.Single();
        await AddAsync("Note", Encoding.UTF8.GetBytes("la seconde"), note.Id);

        var now = (await FindAsync("seconde")).Items.Single();
        (now.Id, now.Version).Should().Be((note.Id, 2));
        (await FindAsync("première")).Items.Should().BeEmpty();
        var first = await new ReadDocumentHandler(_theme.Database).Handle(new ReadDocument(note.Id, 1), CancellationToken.None);
        Encoding.UTF8.GetString(first!.Content).Should().Be("la première rédaction");
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("  \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("MZ\u0000\u0001")]
    [InlineData("")]
    public async Task Refuses_what_a_browser_or_a_computer_could_run_whatever_its_name(string content)
    {
        var outcome = await AddAsync("Convention", Encoding.UTF8.GetBytes(content));

        outcome.Refusals.Single().Path.Should().Be("file");
        (await FindAsync(null)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Refuses_macros_and_archives_that_are_no_document()
    {
        (await AddAsync("Macro", Zip(("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")))).Accepted.Should().BeFalse();
        (await AddAsync("Archive", Zip(("programme.exe", "x")))).Accepted.Should().BeFalse();
        (await AddAsync("Diaporama", Zip(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<x/>")))).Accepted.Should().BeFalse();
        (await AddAsync("Texte", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x>bonjour</x>")))).Accepted.Should().BeTrue();
    }

    private Task<Contracts.Outcome> AddAsync(string title, byte[] content, Guid? replaces = null) =>
        new AddDocumentHandler(_theme.Database, new StoppedClock(DateTimeOffset.UnixEpoch)).Handle(
            new AddDocument(new DocumentForm(title, "Partenariat", "Lot", "2026-11-24"), replaces, "nom-menteur.pdf", content), CancellationToken.None);

    private Task<DocumentsView> FindAsync(string? words) => new ShowDocumentsHandler(_theme.Database).Handle(new ShowDocuments(words), CancellationToken.None);

    private static byte[] Pdf(string line)
    {
        var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText(line, 12, new UglyToad.PdfPig.Core.PdfPoint(50, 700), font);
        return builder.Build();
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
