using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace Seminar.Host.Tests;

/// <summary>Each way in which a theme goes wrong: it gets a state and a reason, and the sound theme answers as before.</summary>
public sealed class A_theme_in_trouble
{
    [Fact]
    public async Task Without_a_manifest_is_named_with_its_reason()
    {
        using var workspace = new Workspace();
        File.Delete(Path.Combine(workspace.AddBroken("misbehaving"), "theme.json"));

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("theme.json manque");
    }

    [Theory]
    [InlineData("{ \"key\": \"misbehaving\", ")]
    [InlineData("[]")]
    [InlineData("{ \"key\": 3 }")]
    [InlineData("")]
    public async Task With_a_malformed_manifest_is_named_with_its_reason(string manifest)
    {
        using var workspace = new Workspace();
        File.WriteAllText(Path.Combine(workspace.AddBroken("misbehaving"), "theme.json"), manifest);

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("theme.json").And.Contain("manifeste");
    }

    [Theory]
    [InlineData("seminar")]
    [InlineData("people")]
    [InlineData("accounts")]
    public async Task With_the_key_of_one_of_the_program_s_own_modules_is_refused(string key)
    {
        using var workspace = new Workspace();
        Edit(workspace.AddBroken("misbehaving"), "\"key\": \"misbehaving\"", $"\"key\": \"{key}\"");

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("module du programme");
    }

    [Theory]
    [InlineData("[2.0, 3.0)", "accepte les versions [2.0, 3.0)")]
    [InlineData("n'importe quoi", "ne se lit pas")]
    public async Task Made_for_another_contract_is_incompatible(string range, string reason)
    {
        using var workspace = new Workspace();
        Edit(workspace.AddBroken("misbehaving"), "[1.0, 2.0)", range);

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("Incompatible");
        theme.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task Without_its_assembly_is_missing_a_dependency()
    {
        using var workspace = new Workspace();
        File.Delete(Path.Combine(workspace.AddBroken("misbehaving"), "Seminar.Themes.Misbehaving.dll"));

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("MissingDependency");
        theme.Reason.Should().Contain("Seminar.Themes.Misbehaving.dll");
    }

    [Fact]
    public async Task Without_a_library_of_its_own_is_missing_a_dependency_before_anyone_asks_for_it()
    {
        using var workspace = new Workspace();
        File.Delete(Path.Combine(workspace.AddBroken("missing-library"), "PrivateLibrary.dll"));

        var theme = await StatusAsync(workspace, "missing-library");

        theme.State.Should().Be("MissingDependency");
        theme.Reason.Should().Contain("PrivateLibrary");
    }

    [Theory]
    [InlineData("Seminar.Themes.Misbehaving.dll")]
    [InlineData("Seminar.Themes.Misbehaving.deps.json")]
    public async Task With_a_damaged_file_has_failed_to_load(string file)
    {
        using var workspace = new Workspace();
        File.WriteAllText(Path.Combine(workspace.AddBroken("misbehaving"), file), "{ ceci n’est pas");

        var theme = await StatusAsync(workspace, "misbehaving");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("chargement");
    }

    [Fact]
    public async Task With_its_library_beside_it_runs()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("missing-library");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        (await host.Anonymous.GetStringAsync("/ateliers/missing-library/bonjour")).Should().Be("Bonjour depuis la bibliothèque privée");
    }

    [Fact]
    public async Task That_bears_the_key_of_another_folder_is_refused_and_the_other_runs()
    {
        using var workspace = new Workspace();
        Workspace.Copy(workspace.AddBroken("sound"), Path.Combine(workspace.Themes, "a-copy", "1.0.0"));

        var theme = await StatusAsync(workspace, "a-copy");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("clé « sound »");
    }

    [Fact]
    public async Task That_takes_the_address_of_another_is_refused_and_the_other_runs()
    {
        using var workspace = new Workspace();
        Edit(workspace.AddBroken("throwing-constructor"), "\"slug\": \"throwing-constructor\"", "\"slug\": \"sound\"");

        var theme = await StatusAsync(workspace, "throwing-constructor");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("/ateliers/sound");
    }

    [Fact]
    public async Task Whose_constructor_throws_has_failed_to_start()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("throwing-constructor");

        var theme = await StatusAsync(workspace, "throwing-constructor");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("démarrage").And.Contain("le constructeur refuse");
    }

    [Fact]
    public async Task Whose_migration_fails_halfway_leaves_nothing_of_it_behind()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("failing-migration");

        var theme = await StatusAsync(workspace, "failing-migration");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("0001_half").And.Contain("comme avant");
        Tables(workspace.ThemeDatabase("failing-migration")).Should().BeEmpty();
    }

    [Fact]
    public async Task Whose_database_is_newer_is_refused_and_its_data_left_alone()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using (await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
        }

        Execute(workspace.ThemeDatabase("sound"), "INSERT INTO migration (series, number, name, checksum, applied_at) VALUES ('sound', 2, '0002_from_the_future', 'x', 'y'); INSERT INTO greeting VALUES ('1', 'gardé')");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        var theme = await StatusAsync(host, "sound");

        theme.State.Should().Be("Failed");
        theme.Reason.Should().Contain("version plus récente").And.Contain("0002_from_the_future");
        Read(workspace.ThemeDatabase("sound"), "SELECT text FROM greeting").Should().Equal("gardé");
    }

    [Fact]
    public async Task Whose_newest_version_fails_gives_way_to_the_last_good_one()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        workspace.AddBroken("sound", "2.0.0");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        var theme = await StatusAsync(host, "sound");

        theme.State.Should().Be("Running");
        theme.Version.Should().Be("1.0.0");
        theme.Reason.Should().Contain("2.0.0").And.Contain("la version 2 refuse de démarrer");
        (await host.Anonymous.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
    }

    [Fact]
    public async Task Whose_page_throws_answers_an_error_page_of_its_own()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("misbehaving");
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        using var answer = await host.Anonymous.GetAsync("/ateliers/misbehaving/erreur");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Misbehaving").And.Contain("Les autres pages fonctionnent").And.NotContain("la page échoue");
        foreach (var header in (string[])["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"])
        {
            answer.Headers.Contains(header).Should().BeTrue("an error page is as guarded as any other by {0}", header);
        }

        (await host.Anonymous.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
    }

    [Fact]
    public async Task Whose_panels_throw_or_hang_keeps_the_rest_of_its_page()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("misbehaving");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes, null, Briefly);

        var page = WebUtility.HtmlDecode(await host.Anonymous.GetStringAsync("/ateliers/misbehaving"));

        page.Should().Contain("le panneau va bien");
        page.Split("n’a pas pu être affichée").Should().HaveCount(3, "two of the three panels fail");
    }

    [Theory]
    [InlineData("throws", "a répondu par une erreur")]
    [InlineData("hangs", "n’a pas répondu à temps")]
    [InlineData("blocks", "n’a pas répondu à temps")]
    public async Task Whose_handler_throws_or_hangs_leaves_shared_pages_partial_and_says_so(string behaviour, string words)
    {
        using var workspace = new Workspace();
        workspace.AddBroken("misbehaving");
        workspace.AddReal("mobility");
        // The sample is loaded before the theme misbehaves.
        await using (await HostProcess.StartAsync(workspace.Data, workspace.Themes))
        {
        }

        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes, null, ("MISBEHAVING", behaviour), Briefly);
        var home = WebUtility.HtmlDecode(await host.Anonymous.GetStringAsync("/"));

        home.Should().Contain("Vue partielle").And.Contain($"Misbehaving ({words})").And.Contain("Agir sur la mobilité des jeunes");
    }

    [Fact]
    public async Task Whose_thread_throws_does_not_end_the_program()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("misbehaving");
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        await host.Anonymous.GetStringAsync("/ateliers/misbehaving/fil");
        await Patience.UntilAsync(() => Task.FromResult(host.Output.Contains("le fil échoue", StringComparison.Ordinal)), "the program tells what a thread threw");

        (await host.Anonymous.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour");
    }

    /// <summary>What hangs is waited for as long as it takes to be cut off, and no longer.</summary>
    private static (string Name, string Value) Briefly => (Patience.Variable, "3");

    private static async Task<ThemeAnswer> StatusAsync(Workspace workspace, string key)
    {
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);
        (await host.Anonymous.GetStringAsync("/ateliers/sound/bonjour")).Should().Be("Bonjour", "one theme in trouble must not touch another");
        return await StatusAsync(host, key);
    }

    private static async Task<ThemeAnswer> StatusAsync(HostProcess host, string key) =>
        (await host.Anonymous.GetFromJsonAsync<List<ThemeAnswer>>("/api/themes"))!.Single(theme => theme.Key == key);

    private static void Edit(string folder, string from, string to)
    {
        var path = Path.Combine(folder, "theme.json");
        var text = File.ReadAllText(path);
        text.Should().Contain(from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static List<string> Tables(string database) => Read(database, "SELECT name FROM sqlite_master");

    private static List<string> Read(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>A theme as <c>GET /api/themes</c> tells it.</summary>
internal sealed record ThemeAnswer(string Key, string Name, string Slug, string? Version, string? Contract, string State, string? Reason);
