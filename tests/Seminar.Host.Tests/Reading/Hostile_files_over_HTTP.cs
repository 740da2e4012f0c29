using System.Net;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Reading;

/// <summary>Whatever page takes it, a hostile file gets a sentence, and the house goes on.</summary>
public sealed class Hostile_files_over_HTTP : IAsyncLifetime
{
    private const string TooDeep = "trop emboîtées les unes dans les autres";
    private const string TooLong = "demande trop de temps à lire";
    private const string TooLarge = "demande trop de mémoire à lire";

    private readonly OpenHouse _house = new();
    private Browser _team = null!;

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        _team = await _house.TeamAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _team.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_roster()
    {
        await RefusedAsync("/inscriptions/import", "liste", "liste.xlsx", Hostile.LongCell("Texte"), TooLarge);
        await RefusedAsync("/inscriptions/import", "liste", "liste.xlsx", Hostile.FarColumn(), "ne se lit ni comme un fichier CSV, ni comme un classeur XLSX");
    }

    [Fact]
    public async Task The_board_of_another_tool() => await RefusedAsync("/ateliers/mobilite/bilan/import", "fichier", "tableau.xlsx", Hostile.WideWorkbook(), TooLong);

    [Fact]
    public async Task A_past_bilan()
    {
        await RefusedAsync("/bilan/importer", "fichier", "bilan.docx", Hostile.DeepDocument(20_000), TooDeep);
        await RefusedAsync("/bilan/importer", "fichier", "bilan.xlsx", Hostile.LongCell("Thématique", "N°", "Titre", "Salle", "Étage", "Contexte", "Jeunes", "Partenaires", "Missions Locales", "Total annoncé"), TooLarge);
    }

    [Fact]
    public async Task A_document()
    {
        await RefusedAsync("/ateliers/service-emploi/documents", "file", "note.pdf", Hostile.DeepPdf(60_000), TooDeep);
        await RefusedAsync("/ateliers/service-emploi/documents", "file", "note.docx", Hostile.DeepDocument(20_000), TooDeep);
    }

    [Fact]
    public async Task A_document_that_goes_in_circles_is_kept_its_title_finds_it()
    {
        foreach (var circle in new[] { Hostile.SelfDrawingPdf(), Hostile.CircularPdf() })
        {
            using var kept = await SendAsync("/ateliers/service-emploi/documents", "file", "note.pdf", circle);

            kept.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        }
    }

    [Fact]
    public async Task A_list_for_the_directory()
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Forms.TokenAsync(_team.Client, "/annuaire/import")), Forms.TokenField }, { new ByteArrayContent(Hostile.LongCell("id", "nom", "date_maj")), "fichier", "liste.xlsx" } };
        using var sent = await _team.Client.PostAsync("/annuaire/import", form);

        string page;
        do
        {
            page = await _team.Client.GetStringAsync(sent.Headers.Location);
        }
        while (page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));

        PageText.Of(page).Should().Contain("La liste n’a pas pu être lue").And.Contain(TooLarge);
    }

    private async Task RefusedAsync(string page, string field, string name, byte[] content, string words)
    {
        using var answer = await SendAsync(page, field, name, content);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain(words);
        using var alive = await _team.Client.GetAsync("/health/ready");
        alive.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> SendAsync(string page, string field, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Forms.TokenAsync(_team.Client, page)), Forms.TokenField },
            { new StringContent("Note"), "title" }, { new StringContent("Partenariat"), "subject" }, { new StringContent("Lot"), "territory" }, { new StringContent("2026-11-24"), "datedOn" },
            { new ByteArrayContent(content), field, name },
        };
        return await _team.Client.PostAsync(page, form);
    }
}
