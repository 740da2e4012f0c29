using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Seminar.Host.Access;
using Seminar.Host.Tests.Doors;

namespace Seminar.Host.Tests.Offer;

/// <summary>The directory as its readers, its team and the structures themselves meet it.</summary>
public sealed partial class The_directory_over_HTTP : IAsyncLifetime
{
    private readonly OpenHouse _house = new();
    private Browser _coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        await _house.PublishAsync(true);
        _coordinator = await _house.TeamAsync(Role.Coordinator);
    }

    public async ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_checked_then_confirmed_and_what_is_wrong_can_be_taken_away_to_be_corrected()
    {
        using var sent = await SendAsync("liste.json", InventedOffer.WithFaults);
        var import = sent.Headers.Location!.OriginalString;

        var waiting = PageText.Of(await SettledAsync(import));
        waiting.Should().Contain("La liste est vérifiée").And.Contain("mobilite--preparer-un-permis").And.Contain("Description : ce champ est obligatoire");
        (await TextAsync("/annuaire")).Should().Contain("L’annuaire est encore vide", "nothing changes before it is confirmed");

        using var confirmed = await _coordinator.SendAsync(import, import);
        PageText.Of(await SettledAsync(import)).Should().Contain("6 fiches ajoutées, 0 mise à jour");
        (await TextAsync("/annuaire")).Should().Contain("4 services");

        var rejected = await _coordinator.Client.GetStringAsync($"{import}/ecartees-services.csv");
        rejected.Should().Contain("raisons").And.Contain("exemple--faute").And.Contain("exemple--manque").And.NotContain("exemple--velo");

        using var again = await SendAsync("liste.json", InventedOffer.WithFaults);
        var second = again.Headers.Location!.OriginalString;
        (await SettledAsync(second)).Should().Contain("propositions");
        using var withProposals = await _coordinator.SendAsync(second, second, ("propositions", "oui"));
        PageText.Of(await SettledAsync(second)).Should().Contain("1 fiche ajoutée, 0 mise à jour").And.Contain("6 fiches étaient déjà là");
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_with_a_sentence()
    {
        using var sent = await SendAsync("photo.json", "{\"abîmé\": ");

        PageText.Of(await SettledAsync(sent.Headers.Location!.OriginalString)).Should().Contain("La liste n’a pas pu être lue").And.Contain("Ce fichier JSON est abîmé");
        using var none = await SendAsync("rien.json", "");
        none.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_looks_for_a_service_finds_it_with_its_place_and_its_sheet()
    {
        await ImportAsync();

        var found = await TextAsync("/annuaire?q=reparer&ou=Figeac");
        found.Should().Contain("1 service").And.Contain("Réparer son véhicule").And.Contain("Garage solidaire du Célé · Figeac").And.Contain("à moins de 1 km").And.Contain("payant");
        (await TextAsync("/annuaire?ou=Nulle-Part")).Should().Contain("Aucune commune d’Occitanie ne porte ce nom");
        (await TextAsync("/annuaire?ou=46090")).Should().Contain("Ou bien :", "several communes share a postal code").And.Contain("Arcambal (46)");

        var sheet = await TextAsync("/annuaire/services/exemple--reparer");
        sheet.Should().Contain("du lundi au vendredi : 8 h 30 – 12 h 30 et 14 h – 17 h").And.Contain("Payant. Pièces à prix coûtant.")
            .And.Contain("Lot").And.Contain("2 heures par semaine pendant 3 semaines").And.NotContain("Toujours exact", "readers cannot say so");
        (await TextAsync("/annuaire/structures/exemple--garage")).Should().Contain("2 services").And.Contain("Prêt de vélos");
        (await TextAsync("/annuaire/guide?thematique=mobilite")).Should().Contain("Mobilité : Préparer un permis").And.Contain("Bourse au permis de conduire").And.NotContain("bénévolat");
        using var missing = await _house.Browse().Client.GetAsync("/annuaire/services/nulle-part");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_workshop_shows_the_offer_of_its_theme()
    {
        (await TextAsync("/ateliers/engagement")).Should().Contain("L’offre pour ce thème").And.Contain("n’a encore aucun service pour ce thème");

        await ImportAsync();

        (await TextAsync("/ateliers/engagement")).Should().Contain("Essayer le bénévolat , Maison de l’emploi").And.NotContain("Bourse au permis");
        (await TextAsync("/ateliers/mobilite")).Should().Contain("Les 3 services de ce thème").And.NotContain("bénévolat");
        (await TextAsync("/annuaire?atelier=mobility")).Should().Contain("3 services").And.Contain("Bourse au permis de conduire");
        (await TextAsync("/annuaire?atelier=engagement")).Should().Contain("1 service");
    }

    [Fact]
    public async Task The_map_shows_where_services_are()
    {
        await ImportAsync();

        var page = await _house.Browse().Client.GetStringAsync("/annuaire?departement=46");

        page.Should().Contain("class=\"map\"").And.Contain("href=\"#fiche-1\"");
        Departement().Matches(page).Should().HaveCount(13);
        page.Should().Contain("id=\"fiche-1\"").And.NotContain("<script").And.NotContain("https://tile", "no server of maps is asked");
    }

    [Fact]
    public async Task Structures_are_found_too_even_before_any_service_is_there()
    {
        await ImportAsync(InventedOffer.StructuresAlone);
        (await TextAsync("/annuaire")).Should().Contain("0 service").And.Contain("2 structures").And.NotContain("encore vide");

        await ImportAsync();

        var found = await TextAsync("/annuaire?quoi=structures&q=garage&gratuit=oui");
        found.Should().Contain("1 structure").And.Contain("Garage solidaire du Célé").And.Contain("2 services").And.Contain("sont ceux des services");
        (await TextAsync("/annuaire?quoi=structures&ou=Figeac")).Should().Contain("à moins de 1 km").And.NotContain("Toulouse");
        (await _house.Browse().Client.GetStringAsync("/annuaire/structures.json?quoi=structures&q=garage")).Should().Contain("exemple--garage").And.NotContain("exemple--maison");
        var page = JsonNode.Parse(await _house.Browse().Client.GetStringAsync("/api/directory/structures?departement=46"))!;
        ((int)page["total"]!, (string)page["items"]![0]!["structure"]!["nom"]!, (int)page["items"]![0]!["services"]!).Should().Be((1, "Garage solidaire du Célé", 2));
    }

    [Fact]
    public async Task The_figures_of_the_map_can_be_read_as_a_table()
    {
        await ImportAsync();

        (await TextAsync("/annuaire")).Should().Contain("Les chiffres de la carte en tableau");
        (await TextAsync("/annuaire?tableau=oui")).Should().Contain("46 Lot 2").And.Contain("31 Haute-Garonne 2").And.Contain("48 Lozère 0");
        (await TextAsync("/annuaire?tableau=oui&departement=46&quoi=structures")).Should().Contain("46 Lot 1").And.NotContain("48 Lozère 0");
    }

    [Fact]
    public async Task The_name_of_a_contact_is_for_the_team()
    {
        await ImportAsync();
        using var team = await _house.TeamAsync(Role.Rapporteur, "mobility");

        foreach (var address in new[] { "/annuaire/services/exemple--reparer", "/annuaire/services.json", "/annuaire/services.vcf", "/api/directory/services", "/api/directory/services/exemple--reparer" })
        {
            (await _house.Browse().Client.GetStringAsync(address)).Should().NotContain("Accueil du garage", "{0} is read by anyone", address);
            (await team.Client.GetStringAsync(address)).Should().Contain("Accueil du garage", "{0}", address);
        }
    }

    [Fact]
    public async Task A_sheet_tells_where_it_comes_from_and_the_team_from_which_list()
    {
        await ImportAsync();
        using var team = await _house.TeamAsync(Role.Rapporteur, "mobility");

        (await TextAsync("/annuaire/services/exemple--velo")).Should().Contain("source : exemple").And.Contain("reçue le").And.NotContain("liste.json");
        (await TextAsync("/annuaire/services/exemple--velo", team)).Should().Contain("dans « liste.json »");
        (await TextAsync("/annuaire/import", _coordinator)).Should().Contain("Les dernières listes importées").And.Contain("liste.json");
    }

    [Fact]
    public async Task Programs_search_and_fetch_sheets_in_the_standard()
    {
        await ImportAsync();
        using var reader = _house.Browse();

        var page = JsonNode.Parse(await reader.Client.GetStringAsync("/api/directory/services?thematique=mobilite&ou=Figeac&km=20"))!;
        ((int)page["total"]!, (string)page["items"]![0]!["service"]!["id"]!).Should().Be((3, "exemple--velo"));
        ((string)page["items"]![0]!["structure"]!).Should().Be("Garage solidaire du Célé");
        ((string)JsonNode.Parse(await reader.Client.GetStringAsync("/api/directory/structures/exemple--garage"))!["code_insee"]!).Should().Be("46102");
        using var unknown = await reader.Client.GetAsync("/api/directory/services?ou=Nulle-Part");
        unknown.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var csv = await reader.Client.GetAsync("/annuaire/services.csv?thematique=mobilite--preparer-un-permis");
        csv.Content.Headers.ContentDisposition!.FileName.Should().Be("services.csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n").Should().HaveCount(3, "titles, one service, the end");
        using var odd = await reader.Client.GetAsync("/annuaire/services.exe");
        odd.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_takes_away_the_whole_directory_for_a_criterion_that_was_misspelt()
    {
        await ImportAsync();
        using var reader = _house.Browse();
        foreach (var (address, reason) in new[]
        {
            ("/annuaire/services.csv?ou=Nulle-Part-sur-Rien", "Aucune commune"),
            ("/annuaire/structures.json?departement=75", "departement"),
            ("/annuaire/guide?ou=Nulle-Part-sur-Rien", "Aucune commune"),
            ("/api/directory/services?thematique=mobilite--preparer-un-permi", "mobilite--preparer-un-permi"),
            ("/api/directory/services?q=pour", "trop courants"),
            ("/api/directory/structures?km=25", "km"),
        })
        {
            using var answer = await reader.Client.GetAsync(address);

            answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, address);
            (await answer.Content.ReadAsStringAsync()).Should().Contain(reason).And.NotContain("Garage solidaire");
        }

        (await TextAsync("/annuaire?departement=75", reader)).Should().Contain("« 75 » n’est pas une valeur du critère « departement »");
    }

    [Fact]
    public async Task The_team_sees_what_to_read_again_and_says_in_a_click_what_is_still_right()
    {
        await ImportAsync();
        using var team = await _house.TeamAsync(Role.Rapporteur, "mobility");
        (await TextAsync("/annuaire/qualite", team)).Should().Contain("Fiches de plus de deux ans 1").And.Contain("Prêt de vélos");

        using var said = await team.SendAsync("/annuaire/qualite", "/annuaire/toujours-exact", ("service", "exemple--velo"), ("retour", "qualite"));

        said.Headers.Location!.OriginalString.Should().Be("/annuaire/qualite");
        (await TextAsync("/annuaire/qualite", team)).Should().Contain("Fiches de plus de deux ans 0").And.Contain("Confirmées ici 1");
        (await TextAsync("/annuaire/services/exemple--velo")).Should().Contain("confirmé par l’équipe ou par la structure");
    }

    [Fact]
    public async Task A_structure_answers_by_its_link_without_an_account_and_for_its_own_sheets_only()
    {
        await ImportAsync();
        using var team = await _house.TeamAsync(Role.Rapporteur, "mobility");
        var link = OwnerLink().Match(await team.Client.GetStringAsync("/annuaire/structures/exemple--garage")).Value;
        using var owner = _house.Browse();
        (await TextAsync(link, owner)).Should().Contain("Garage solidaire du Célé : 3 fiches").And.Contain("Prêt de vélos");

        using var said = await owner.SendAsync(link, link, ("service", "exemple--velo"));
        said.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var foreign = await owner.SendAsync(link, link, ("service", "exemple--permis"));
        foreign.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var forged = await owner.Client.GetAsync(link[..^4] + "AAAA");
        forged.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync("/annuaire/services/exemple--velo")).Should().Contain("confirmé");
        (await TextAsync("/annuaire/services/exemple--permis")).Should().NotContain("confirmé");
        (await _house.Browse().Client.GetStringAsync("/annuaire/structures/exemple--garage")).Should().NotContain("mes-fiches", "the link is the team's to give");
    }

    private async Task ImportAsync(string list = InventedOffer.Json)
    {
        using var sent = await SendAsync("liste.json", list);
        var import = sent.Headers.Location!.OriginalString;
        await SettledAsync(import);
        using var confirmed = await _coordinator.SendAsync(import, import);
        PageText.Of(await SettledAsync(import)).Should().Contain("La liste est dans l’annuaire");
    }

    private async Task<HttpResponseMessage> SendAsync(string name, string content)
    {
        var token = await Forms.TokenAsync(_coordinator.Client, "/annuaire/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), Forms.TokenField },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "fichier", name },
        };
        return await _coordinator.Client.PostAsync("/annuaire/import", form);
    }

    /// <summary>The page of an import once it no longer works by itself.</summary>
    private async Task<string> SettledAsync(string address)
    {
        var page = "";
        await Patience.UntilAsync(
            async () => !(page = await _coordinator.Client.GetStringAsync(address)).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal),
            "an import comes to its end");
        return page;
    }

    private async Task<string> TextAsync(string address, Browser? reader = null) => PageText.Of(await (reader ?? _house.Browse()).Client.GetStringAsync(address));

    [GeneratedRegex("class=\"map-departement")]
    private static partial Regex Departement();

    [GeneratedRegex("/annuaire/mes-fiches/[^<]+")]
    private static partial Regex OwnerLink();
}
