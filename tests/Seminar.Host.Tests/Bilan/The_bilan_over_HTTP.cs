using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests.Bilan;

/// <summary>The bilan as people and programs fetch it from the real program.</summary>
public sealed class The_bilan_over_HTTP(SampleHost sample) : IClassFixture<SampleHost>
{
    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text", "content.xml")]
    public async Task Is_a_file_to_keep_with_a_name_that_says_what_it_is(string format, string type, string part)
    {
        using var answer = await sample.Host.Anonymous.GetAsync($"/bilan/mobility.{format}");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        answer.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex($@"^bilan-mobility-\d{{4}}-\d\d-\d\d\.{format}$");
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(package.GetEntry(part)!.Open());
        (await reader.ReadToEndAsync()).Should().Contain("Agir sur la mobilité des jeunes").And.Contain("Simulateur de conduite.");
    }

    [Fact]
    public async Task Is_a_page_that_a_browser_shows_under_a_policy_of_its_own()
    {
        using var answer = await sample.Host.Anonymous.GetAsync("/bilan.html");

        answer.Content.Headers.ContentDisposition.Should().BeNull();
        answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().MatchRegex("^default-src 'none'; style-src 'sha256-[^']+'");
        var page = PageText.Of(await answer.Content.ReadAsStringAsync());
        page.Should().Contain("Rencontres professionnelles").And.Contain("9.3 La participation").And.Contain("la somme des familles donne 488");
    }

    [Fact]
    public async Task Is_markdown_too()
    {
        var text = Encoding.UTF8.GetString(await sample.Host.Anonymous.GetByteArrayAsync("/bilan.md"));

        text.Should().StartWith("# Rencontres professionnelles").And.Contain("### 2.10 Plan d’action").And.Contain("Établir un diagnostic de mobilité");
    }

    [Theory]
    [InlineData("/bilan.exe", "html, docx, odt, md, xlsx, csv, json")]
    [InlineData("/bilan/mobility.exe", "html, docx, odt, md, xlsx, csv, json")]
    [InlineData("/bilan/personne.docx", "Aucune thématique n’a la clé « personne »")]
    public async Task Tells_what_can_not_be_had(string address, string words)
    {
        using var answer = await sample.Host.Anonymous.GetAsync(address);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(words);
    }

    [Fact]
    public async Task Has_its_data_in_the_format_of_the_seeds()
    {
        var data = await sample.Host.Anonymous.GetStringAsync("/bilan/mobility.json");
        JsonNode.DeepEquals(JsonNode.Parse(data), JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "seeds", "occitanie-cej", "themes", "mobility.json")))).Should().BeTrue();

        using var folder = new ZipArchive(await sample.Host.Anonymous.GetStreamAsync("/bilan.json"));
        folder.Entries.Should().HaveCount(9);
    }

    [Fact]
    public async Task That_takes_a_while_tells_how_far_it_is_and_is_given_once()
    {
        using var begun = await sample.Host.Anonymous.PostAsync("/api/preparations?format=xlsx", null);
        begun.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var address = begun.Headers.Location!.ToString();

        JsonNode status;
        do
        {
            status = (await sample.Host.Anonymous.GetFromJsonAsync<JsonNode>(address))!;
        }
        while (status["state"]!.GetValue<string>() == "running");

        (status["state"]!.GetValue<string>(), status["done"]!.GetValue<int>(), status["of"]!.GetValue<int>()).Should().Be(("ready", 8, 8));
        (await sample.Host.Anonymous.GetByteArrayAsync(address + "/file"))[..2].Should().Equal("PK"u8.ToArray());
        (await sample.Host.Anonymous.GetAsync(address + "/file")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task That_is_no_longer_wanted_is_stopped_and_forgotten()
    {
        using var begun = await sample.Host.Anonymous.PostAsync("/api/preparations/mobility?format=docx", null);
        var address = begun.Headers.Location!.ToString();

        using var stopped = await sample.Host.Anonymous.DeleteAsync(address);

        stopped.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await sample.Host.Anonymous.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Is_prepared_from_a_page_without_script()
    {
        using var browser = new Browser(sample.Host.Anonymous.BaseAddress!);
        using var begun = await browser.SendAsync("/bilan", "/bilan/preparations", ("format", "docx"));
        begun.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var address = begun.Headers.Location!.ToString();

        string page;
        while (!(page = PageText.Of(await browser.Client.GetStringAsync(address))).Contains("Le fichier est prêt", StringComparison.Ordinal))
        {
            page.Should().Contain("se prépare");
        }

        using var file = await browser.Client.GetAsync(address + "/fichier");
        file.Content.Headers.ContentDisposition!.FileName.Should().EndWith(".docx");
        using var unknown = await browser.SendAsync("/bilan", "/bilan/preparations", ("format", "exe"));
        PageText.Of(await browser.Client.GetStringAsync(unknown.Headers.Location)).Should().Contain("Le format « exe » n’existe pas");
    }

    [Fact]
    public async Task Is_written_by_a_command_beside_a_program_that_serves_or_alone()
    {
        using var workspace = new Workspace();
        var file = Path.Combine(workspace.Data, "..", $"{Guid.NewGuid():N}.docx");
        await using (var host = await HostProcess.StartAsync(workspace.Data))
        {
            var beside = await HostProcess.CommandAsync("report", "--data", workspace.Data, "--theme", "mobility", "--format", "docx", "--out", file);
            beside.ExitCode.Should().Be(0, beside.Output);
            File.ReadAllBytes(file)[..2].Should().Equal("PK"u8.ToArray());
            (await HostProcess.CommandAsync("report", "--data", workspace.Data, "--theme", "personne")).Should().Match<(int ExitCode, string Output)>(answer => answer.ExitCode == 1 && answer.Output.Contains("Aucune thématique n’a la clé « personne »"));
        }

        var alone = await HostProcess.CommandAsync("report", "--data", workspace.Data, "--all", "--format", "csv", "--out", file);
        alone.ExitCode.Should().Be(0, alone.Output);
        alone.Output.Should().Contain("8 sur 8 ateliers");
        using (var package = ZipFile.OpenRead(file))
        {
            package.GetEntry("Notes.csv").Should().NotBeNull();
        }

        (await HostProcess.CommandAsync("report", "--data", workspace.Data)).Output.Should().Contain("Donnez --theme CLÉ, ou --all");
        File.Delete(file);
    }

    [Fact]
    public async Task Leaves_out_a_theme_that_is_off_and_numbers_the_others_anew()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        using var off = await host.Administrator.PostAsync("/api/themes/mobility/disable", null);

        var text = await host.Anonymous.GetStringAsync("/bilan.md");

        text.Should().Contain("## 2 Orientation").And.Contain("## 8 Synthèse transversale").And.NotContain("Agir sur la mobilité").And.NotContain("Bilan partiel");
        (await host.Anonymous.GetAsync("/bilan/mobility.md")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Says_that_it_is_partial_when_a_theme_does_not_answer()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("misbehaving");
        workspace.AddReal("mobility");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes, null, ("MISBEHAVING", "throws"));

        (await host.Anonymous.GetStringAsync("/bilan.md")).Should().Contain("Bilan partiel").And.Contain("Misbehaving").And.Contain("Agir sur la mobilité des jeunes");
        PageText.Of(await host.Anonymous.GetStringAsync("/bilan")).Should().Contain("Bilan partiel");
    }

    [Fact]
    public async Task Holds_what_a_theme_adds_of_its_own()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        using var browser = new Browser(host.Anonymous.BaseAddress!);
        using var account = await browser.CreateFirstAccountAsync(host.FirstAccount);
        const string Address = "/ateliers/mobilite/veille";
        using var added = await browser.SendAsync(Address, Address, ("name", "Aide au permis"), ("source", "Région"), ("owner", "Référent mobilité"), ("checkAgainOn", "2030-01-31"));
        added.StatusCode.Should().Be(HttpStatusCode.SeeOther);

        (await host.Anonymous.GetStringAsync("/bilan/mobility.md")).Should().Contain("### 1.12 Veille sur les dispositifs").And.Contain("| Aide au permis | Région | Référent mobilité | 31\u00A0janvier 2030 |");
    }
}
