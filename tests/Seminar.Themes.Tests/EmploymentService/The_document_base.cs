using System.IO.Compression;
using System.Text;
using Dapper;
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
        (await AddAsync("Convention", Zip(("word/document.xml", Word("<w:p><w:r><w:t>Prêt de véhicules aux apprentis</w:t></w:r></w:p>")))))!.Accepted.Should().BeTrue();
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
        await AddAsync("Convention", Zip(("word/document.xml", Word("<w:p><w:r><w:t>véhi</w:t></w:r><w:r><w:t>cules prêtés</w:t></w:r></w:p><w:p><w:r><w:t>apprentis</w:t></w:r></w:p>"))));

        (await FindAsync("vehicules")).Items.Should().ContainSingle();
        (await FindAsync("apprentis")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task What_should_not_have_been_put_in_goes_away_with_all_its_versions()
    {
        await AddAsync("Liste", Encoding.UTF8.GetBytes("des noms"));
        var list = (await FindAsync(null)).Items.Single();
        await AddVersionAsync(list.Id, Encoding.UTF8.GetBytes("encore des noms"));

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

        (await AddVersionAsync(note.Id, [])).Refusals.Single().Path.Should().Be($"version-{note.Id}-file");
        (await AddVersionAsync(note.Id, new byte[DocumentFile.MostBytes + 1])).Refusals.Single().Message.Should().Contain("10 Mo");
    }

    [Fact]
    public async Task Keeps_every_version_with_its_date_and_searches_the_last()
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes("la première rédaction"));
        var note = (await FindAsync(null)).Items.Single();
        await AddVersionAsync(note.Id, Encoding.UTF8.GetBytes("la seconde"), "2027-03-03");

        var now = (await FindAsync("seconde")).Items.Single();
        now.Id.Should().Be(note.Id);
        now.Versions.Should().Equal(new VersionView(2, new DateOnly(2027, 3, 3)), new VersionView(1, new DateOnly(2026, 11, 24)));
        (await FindAsync("première")).Items.Should().BeEmpty();
        var first = await new ReadDocumentHandler(_theme.Database).Handle(new ReadDocument(note.Id, 1), CancellationToken.None);
        Encoding.UTF8.GetString(first!.Content).Should().Be("la première rédaction");
    }

    [Fact]
    public async Task A_version_of_a_document_that_someone_removed_meanwhile_is_refused_in_words()
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes("la première rédaction"));
        var note = (await FindAsync(null)).Items.Single();
        await new RemoveDocumentHandler(_theme.Database).Handle(new RemoveDocument(note.Id), CancellationToken.None);

        (await AddVersionAsync(note.Id, Encoding.UTF8.GetBytes("la seconde"))).Refusals.Single().Message.Should().StartWith("Ce document n’est plus là.");
        (await CorrectAsync(note, new DocumentForm("Note", "Partenariat", "Lot", "2026-11-24"))).Refusals.Single().Message.Should().StartWith("Ce document n’est plus là.");
    }

    [Fact]
    public async Task What_is_said_of_a_document_is_corrected_but_not_over_someone_who_did_so_meanwhile()
    {
        await AddAsync("Convantion", Encoding.UTF8.GetBytes("un texte"));
        var old = (await FindAsync(null)).Items.Single();

        (await CorrectAsync(old, new DocumentForm("Convention", "Partenariat", "Gers", "2026-03-03"))).Accepted.Should().BeTrue();
        (await CorrectAsync(old, new DocumentForm("Convantion", "Emploi", "Lot", "2026-11-24"))).Refusals.Single().Path.Should().Be($"corriger-{old.Id}-title");
        (await CorrectAsync(old, new DocumentForm("", "Emploi", "Lot", "demain"))).Refusals.Select(refusal => refusal.Path).Should().Equal($"corriger-{old.Id}-title", $"corriger-{old.Id}-datedOn");

        var now = (await FindAsync("convention gers")).Items.Single();
        (now.Title, now.Subject, now.Territory, now.Last.DatedOn).Should().Be(("Convention", "Partenariat", "Gers", new DateOnly(2026, 3, 3)));
        (await FindAsync("convantion")).Items.Should().BeEmpty();
        (await FindAsync("texte")).Items.Should().ContainSingle();
    }

    [Theory]
    [InlineData("emplois")]
    [InlineData("l’emploi")]
    [InlineData("EMPLOI")]
    [InlineData("local emploi")]
    public async Task Finds_a_word_in_the_plural_or_after_an_elision(string words)
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes("Un emploi local."));

        (await FindAsync(words)).Items.Should().ContainSingle();
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a\0b")]
    [InlineData("* ^ : ( ) -")]
    public async Task Whatever_is_typed_into_the_search_breaks_nothing(string words)
    {
        await AddAsync("Abécédaire", Encoding.UTF8.GetBytes("a b"));

        (await FindAsync(words)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Shows_the_words_found_among_those_around_them()
    {
        await AddAsync("Note", Encoding.UTF8.GetBytes($"{string.Join(' ', Enumerable.Repeat("avant", 50))} un <b>Emploi</b> local, des emplois aidés {string.Join(' ', Enumerable.Repeat("après", 50))}"));

        var excerpt = (await FindAsync("emplois")).Items.Single().Excerpt;

        excerpt.Where(part => part.IsFound).Select(part => part.Text).Should().Equal("Emploi", "emplois");
        string.Concat(excerpt.Select(part => part.Text)).Should().StartWith("… avant").And.Contain("avant un <b>Emploi</b> local, des emplois aidés").And.EndWith("après …");
        (await FindAsync("note")).Items.Single().Excerpt.Should().BeEmpty("the title says it already");
    }

    [Fact]
    public async Task Says_that_there_are_more_documents_than_it_shows()
    {
        await _theme.Database.WriteAsync(
            connection => connection.Execute(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 201) INSERT INTO document (id, number, title, subject, territory) SELECT printf('%08d-0000-0000-0000-000000000000', i), i, 't', 's', 'l' FROM n;
                INSERT INTO document_version (document, version, dated_on, file_name, kind, content, added_at) SELECT id, 1, '2026-01-01', 'n', 'txt', x'61', '2026-01-01T00:00:00.0000000+00:00' FROM document;
                """), CancellationToken.None);

        var all = await FindAsync(null);

        (all.Items.Count, all.HasMore).Should().Be((200, true));
        var last = new Guid("00000001-0000-0000-0000-000000000000");
        all.Items.Should().NotContain(item => item.Id == last);
        (await new ShowDocumentsHandler(_theme.Database).Handle(new ShowDocuments(null, last), CancellationToken.None)).Items[0].Id.Should().Be(last, "a form of it was refused");
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("  \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("\uFEFF<html>")]
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
        (await AddAsync("Macro", Zip(("word/document.xml", Word("")), ("word/vbaProject.bin", "x")))).Accepted.Should().BeFalse();
        (await AddAsync("Archive", Zip(("programme.exe", "x")))).Accepted.Should().BeFalse();
        (await AddAsync("Archive", Zip(("mimetype", "application/zip"), ("content.xml", "<x/>")))).Accepted.Should().BeFalse();
    }

    [Fact]
    public async Task Says_what_is_wrong_with_an_office_file()
    {
        (await AddAsync("Macro", Zip(("word/document.xml", Word("")), ("word/vbaProject.bin", "x")))).Refusals.Single().Message.Should().StartWith("Ce fichier contient des macros");
        (await AddAsync("Tronqué", Zip(("word/document.xml", "<w:document><w:p>")))).Refusals.Single().Message.Should().Be("Ce fichier est abîmé\u00A0: son texte ne se lit pas. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.");
        (await AddAsync("Chevrons", Zip(("word/document.xml", new string('<', 5_000_000))))).Accepted.Should().BeFalse();
        (await AddAsync("Bombe", Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>")))).Accepted.Should().BeFalse();
    }

    [Theory]
    [InlineData("odt", "text")]
    [InlineData("ods", "spreadsheet")]
    [InlineData("odp", "presentation")]
    public async Task Reads_every_OpenDocument_but_what_was_struck_out_or_remarked(string kind, string type)
    {
        const string Content =
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <text:tracked-changes><text:p>biffé</text:p></text:tracked-changes>
            <text:p>véhi<text:span>cules</text:span><office:annotation><dc:creator>untel</dc:creator></office:annotation></text:p><text:p>prêtés</text:p></office:document-content>
            """;
        var styles = Content.Replace("véhi", "en-tête ", StringComparison.Ordinal);
        (await AddAsync("Document", Zip(("mimetype", $"application/vnd.oasis.opendocument.{type}"), ("content.xml", Content), ("styles.xml", styles)))).Accepted.Should().BeTrue();

        (await FindAsync("vehicules pretes tete")).Items.Select(item => item.Kind).Should().Equal(kind);
        (await FindAsync("biffe")).Items.Should().BeEmpty();
        (await FindAsync("untel")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Finds_what_stands_in_headers_in_notes_in_cells_and_on_slides()
    {
        await AddAsync("Texte", Zip(("word/document.xml", Word("")), ("word/header1.xml", Word("<w:p><w:r><w:t>entête</w:t></w:r></w:p>")), ("word/footnotes.xml", Word("<w:p><w:r><w:t>renvoi</w:t></w:r></w:p>"))));
        await AddAsync("Classeur", Zip(
            ("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>partagée</t></si></sst>"),
            ("xl/worksheets/sheet1.xml", """<worksheet><c t="inlineStr"><is><t>incluse</t></is></c><c t="str"><v>calculée</v></c><c><v>4242</v></c></worksheet>""")));
        await AddAsync("Diapositives", Zip(("ppt/presentation.xml", "<p/>"), ("ppt/slides/slide1.xml", "<s><p><r><t>projeté</t></r></p></s>")));

        (await FindAsync("entete renvoi")).Items.Select(item => item.Title).Should().Equal("Texte");
        (await FindAsync("partagee incluse calculee")).Items.Select(item => item.Title).Should().Equal("Classeur");
        (await FindAsync("4242")).Items.Should().BeEmpty();
        (await FindAsync("projete")).Items.Select(item => (item.Title, item.Kind)).Should().Equal(("Diapositives", "pptx"));
    }

    [Fact]
    public async Task Keeps_a_document_that_unfolds_too_far_without_reading_on()
    {
        (await AddAsync("Long", Zip(("word/document.xml", Word($"<w:p><w:r><w:t>début {new string('a', 32_000_000)}</w:t></w:r></w:p>"))))).Accepted.Should().BeTrue();
        (await AddAsync("Bavard", Zip(("word/document.xml", Word(string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>début mot</w:t></w:r></w:p>", 200_000))))))).Accepted.Should().BeTrue();

        (await FindAsync("long")).Items.Should().ContainSingle();
        (await FindAsync("debut")).Items.Select(item => item.Title).Should().Equal("Bavard");
    }

    [Fact]
    public async Task Takes_a_text_of_an_older_Windows_program_as_it_is()
    {
        byte[] content = [.. Encoding.Latin1.GetBytes("Réunion à "), 0x9C, .. Encoding.Latin1.GetBytes("uvrer")];
        (await AddAsync("Note", content)).Accepted.Should().BeTrue();

        var note = (await FindAsync("reunion œuvrer")).Items.Single();
        var read = (await new ReadDocumentHandler(_theme.Database).Handle(new ReadDocument(note.Id, 1), CancellationToken.None))!;
        read.Content.Should().Equal(content);
        DocumentKind.Of(read.Kind).MediaTypeOf(read.Content).Should().Be("text/plain; charset=windows-1252");
    }

    private Task<Contracts.Outcome> AddAsync(string title, byte[] content) =>
        new AddDocumentHandler(_theme.Database, new InThisProcess(), new StoppedClock(DateTimeOffset.UnixEpoch)).Handle(
            new AddDocument(new DocumentForm(title, "Partenariat", "Lot", "2026-11-24"), new DocumentFile("nom-menteur.pdf", content)), CancellationToken.None);

    private Task<Contracts.Outcome> AddVersionAsync(Guid id, byte[] content, string datedOn = "2026-11-24") =>
        new AddVersionHandler(_theme.Database, new InThisProcess(), new StoppedClock(DateTimeOffset.UnixEpoch)).Handle(new AddVersion(id, datedOn, new DocumentFile("nom-menteur.pdf", content)), CancellationToken.None);

    private Task<Contracts.Outcome> CorrectAsync(DocumentView seen, DocumentForm form) =>
        new CorrectDocumentHandler(_theme.Database).Handle(new CorrectDocument(seen.Id, form, seen.Sequence), CancellationToken.None);

    private Task<DocumentsView> FindAsync(string? words) => new ShowDocumentsHandler(_theme.Database).Handle(new ShowDocuments(words), CancellationToken.None);

    private static string Word(string paragraphs) => $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>""";

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
