using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Seminar.Host.Tests;

/// <summary>
/// What 0.6.0 wrote, with a little of everything: a workshop played live, people, groups' tablets, each theme's tool, the
/// directory, a published bilan. It opens in every later version without loss, and what was printed then goes on working.
/// </summary>
public sealed class A_data_folder_of_0_6_0
{
    /// <summary>The link in the QR code of a badge, and the code on the card of a group's tablet.</summary>
    private const string PrintedLink = "/b/002-6RA19QKZQ15F6XDYPAE5FFM6A";
    private const string PrintedCode = "G1T02-WGH3XY";

    /// <summary>Written again by each start, or by design: neither is what somebody entered.</summary>
    private static readonly string[] OfTheHouse = ["migration", "migration_series"];

    [Fact]
    public async Task Opens_without_loss_and_its_badges_still_open_the_door()
    {
        using var workspace = new Workspace();
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Fixtures", "data-0.6.0.zip"), workspace.Data);
        var before = Databases(workspace).ToDictionary(file => file, RowsOf);

        await using (var host = await HostProcess.StartAsync(workspace.Data))
        {
            var themes = await host.Anonymous.GetFromJsonAsync<List<ThemeAnswer>>("/api/themes");
            themes.Should().HaveCount(8).And.OnlyContain(theme => theme.State == "Running");
            await ShouldShowWhatWasWrittenAsync(host);
            await ShouldLetInAsync(host);
        }

        before.Sum(file => file.Value.Sum(table => table.Value.Count)).Should().BeGreaterThan(800);
        foreach (var (file, tables) in before)
        {
            foreach (var (table, rows) in tables.Where(table => table.Value.Count > 0))
            {
                RowsOf(file, table).Should().Contain(rows, "{0} of {1} keeps every row", table, Path.GetFileName(file));
            }
        }
    }

    private static async Task ShouldShowWhatWasWrittenAsync(HostProcess host)
    {
        using var browser = new Browser(host.Anonymous.BaseAddress!);
        using var entered = await browser.EnterAsync(Browser.Email, Browser.Password);
        entered.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        foreach (var (page, text) in new[]
        {
            ("/ateliers/mobilite", "Un frein noté par un groupe 1"),
            ("/ateliers/mobilite", "Une proposition du groupe 2"),
            ("/bilan/mobility.html?version=1", "Une réussite notée par un groupe 3"),
            ("/ateliers/mobilite/veille", "Dispositif exemple"),
            ("/ateliers/mobilite/ambassadeurs", "Je me déplace à vélo."),
            ("/ateliers/entreprises/visites", "Entreprise exemple"),
            ("/ateliers/orientation/outils", "Outil exemple"),
            ("/ateliers/engagement/missions", "Mission exemple"),
            ("/ateliers/sport-culture/journees", "Journée exemple"),
            ("/ateliers/rupture/annuaire", "Lieu exemple"),
            ("/ateliers/qualification/decouvertes", "Organisme exemple"),
            ("/ateliers/service-emploi/rencontres", "Comité exemple"),
            ("/ateliers/service-emploi/documents?q=engagement", "Document exemple"),
            ("/annuaire?q=permis", "Bourse au permis de conduire"),
            ("/inscriptions", "Nomb"),
            ("/administration/equipe", "rapporteur@exemple.fr"),
        })
        {
            using var answer = await browser.Client.GetAsync(page);
            PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain(text, "{0} shows what 0.6.0 kept", page);
        }
    }

    private static async Task ShouldLetInAsync(HostProcess host)
    {
        using var phone = new Browser(host.Anonymous.BaseAddress!);
        using var scanned = await phone.Client.GetAsync(PrintedLink);
        scanned.Headers.Location!.OriginalString.Should().Be("/ma-place");
        using var tablet = new Browser(host.Anonymous.BaseAddress!);
        using var typed = await tablet.SendAsync("/entrer", "/entrer/place", ("code", PrintedCode));
        typed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    private static string[] Databases(Workspace workspace) => Directory.GetFiles(workspace.Data, "*.db", SearchOption.AllDirectories);

    /// <summary>The rows of each table that people filled, as texts of the columns that it has now.</summary>
    private static Dictionary<string, List<string>> RowsOf(string file)
    {
        using var connection = Open(file);
        var tables = connection.Query<string>(
            """
            SELECT name FROM pragma_table_list
            WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'
            """).Except(OfTheHouse).ToList();
        return tables.ToDictionary(table => $"{table} {string.Join(',', Columns(connection, table))}", table => Rows(connection, table, Columns(connection, table)));
    }

    private static List<string> RowsOf(string file, string tableAndColumns)
    {
        using var connection = Open(file);
        var parts = tableAndColumns.Split(' ');
        return Rows(connection, parts[0], parts[1].Split(','));
    }

    private static List<string> Rows(SqliteConnection connection, string table, IEnumerable<string> columns) =>
        [.. connection.Query<string>($"SELECT {string.Join(" || '|' || ", columns.Select(column => $"quote({column})"))} FROM {table}")];

    private static IReadOnlyList<string> Columns(SqliteConnection connection, string table) =>
        [.. connection.Query<string>("SELECT name FROM pragma_table_info(@table)", new { table })];

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
