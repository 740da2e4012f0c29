using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Seminar.Load;

/// <summary>A server under load: the product, or the yardstick, with 8 boards.</summary>
internal abstract class Target : IDisposable
{
    protected Target(Server server) => Server = server;

    public Server Server { get; }

    public abstract string Name { get; }

    public abstract Task PrepareAsync(int clients);

    /// <summary>Before people begin to listen: how far each board is, which a page would have read as it opened.</summary>
    public virtual Task BeginAsync() => Task.CompletedTask;

    public abstract Listener Listen(int board, int client);

    public abstract Poster PosterOf(int board, int client);

    /// <summary>The body of a note that carries the moment when it was sent.</summary>
    public abstract string Note(Guid id);

    public void Dispose() => Server.Dispose();

    protected static string Text(Guid id) => $"t={Stopwatch.GetTimestamp()} Les bus ne passent pas le dimanche ni après 18 heures {id.ToString("N")[..8]}";
}

/// <summary>The bare program.</summary>
internal sealed class YardstickTarget() : Target(new Server(
    Environment.ProcessPath is { } path && path.EndsWith("Seminar.Load", StringComparison.Ordinal) ? path + ".dll" : typeof(YardstickTarget).Assembly.Location,
    Yardstick.Argument, Path.Combine(Directory.CreateTempSubdirectory("seminar-etalon-").FullName, "notes.db")))
{
    public override string Name => "étalon";

    public override Task PrepareAsync(int clients) => Server.StartAsync();

    public override Listener Listen(int board, int client)
    {
        var listener = new Listener(Server.Port, $"/{board}/flux", "");
        listener.Start(0);
        return listener;
    }

    public override Poster PosterOf(int board, int client) => new(Server.Port, $"/{board}/notes", "");

    public override string Note(Guid id) => $"{{\"id\":\"{id}\",\"text\":\"{Text(id)}\"}}";
}

/// <summary>The product, by its real path: people are registered, arrive, get a group, and enter with the code of their badge.</summary>
internal sealed partial class ProductTarget : Target
{
    private readonly string _data;
    private readonly List<(string Key, string Address)> _boards = [];
    private readonly Dictionary<(int Board, int Client), string> _cookies = [];
    private readonly Dictionary<int, long> _known = [];

    public ProductTarget()
        : this(Directory.CreateTempSubdirectory("seminar-charge-").FullName)
    {
    }

    private ProductTarget(string data)
        : base(new Server(Program(), "--data", data)) => _data = data;

    public override string Name => "Seminar";

    public override async Task PrepareAsync(int clients)
    {
        await Server.StartAsync();
        using var team = Client();
        team.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(Path.Combine(_data, "access-key"))).Trim());
        foreach (var theme in JsonNode.Parse(await team.GetStringAsync("/api/themes"))!.AsArray())
        {
            _boards.Add((theme!["key"]!.GetValue<string>(), $"/ateliers/{theme["slug"]!.GetValue<string>()}/tableau"));
        }

        await RegisterAsync(team, clients);
        foreach (var (key, address) in _boards)
        {
            await FormAsync(team, $"/groupes/{key}", $"/groupes/{key}/composition");
            await SendAsync(team, address, new JsonObject { ["id"] = Guid.NewGuid(), ["kind"] = "phase.start", ["phase"] = "ecrire" });
        }

        await Task.WhenAll(_boards.Select((board, index) => EnterAsync(team, board.Key, index)));
    }

    public override async Task BeginAsync()
    {
        using var reader = Client();
        await EmptyAsync(reader);
        for (var board = 0; board < _boards.Count; board++)
        {
            _known[board] = JsonNode.Parse(await reader.GetStringAsync($"{_boards[board].Address}/etat.json"))!["n"]!.GetValue<long>();
        }
    }

    /// <summary>A board holds so many notes: each scenario begins with none.</summary>
    private async Task EmptyAsync(HttpClient team)
    {
        team.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(Path.Combine(_data, "access-key"))).Trim());
        foreach (var (key, _) in _boards)
        {
            var workshop = JsonNode.Parse(await team.GetStringAsync($"/api/workshops/{key}"))!;
            (workshop["board"], workshop["plan"]) = (new JsonArray(), new JsonArray());
            using var answer = await team.PutAsync($"/api/workshops/{key}", new StringContent(workshop.ToJsonString(), Encoding.UTF8, "application/json"));
            answer.EnsureSuccessStatusCode();
        }
    }

    public override Listener Listen(int board, int client)
    {
        var listener = new Listener(Server.Port, $"{_boards[board].Address}/flux", $"Cookie: {CookieOf(board, client)}\r\n");
        listener.Start(_known[board]);
        return listener;
    }

    public override Poster PosterOf(int board, int client) =>
        new(Server.Port, $"{_boards[board].Address}/operations", $"X-Seminar: 1\r\nCookie: {CookieOf(board, client)}\r\n");

    public override string Note(Guid id) => $"[{{\"id\":\"{id}\",\"kind\":\"note.add\",\"note\":\"{id}\",\"column\":\"brake\",\"text\":\"{Text(id)}\"}}]";

    /// <summary>How often each note lies on a board.</summary>
    public async Task<Dictionary<Guid, int>> NotesAsync(int board)
    {
        using var client = Client();
        return JsonNode.Parse(await client.GetStringAsync($"{_boards[board].Address}/etat.json"))!["notes"]!.AsArray()
            .GroupBy(note => note!["id"]!.GetValue<Guid>()).ToDictionary(group => group.Key, group => group.Count());
    }

    private static string Program()
    {
        var own = Path.GetDirectoryName(typeof(ProductTarget).Assembly.Location)!;
        return Path.GetFullPath(Path.Combine(own, "..", "..", "Seminar.Host", Path.GetFileName(own), "Seminar.Host.dll"));
    }

    // Clients beyond those who are registered share sessions, as several phones of a group would.
    private string CookieOf(int board, int client) => _cookies[(board, client % _cookies.Keys.Count(key => key.Board == board))];

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Server.Address) };

    private async Task RegisterAsync(HttpClient team, int clients)
    {
        var csv = new StringBuilder("Famille;Prénom;Nom;Organisation;Atelier attribué\n");
        foreach (var (key, _) in _boards)
        {
            for (var i = 0; i < clients; i++)
            {
                csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "Partenaire" : "Mission Locale")};Prénom {key} {i};Nom;Organisation {i % 30};{key}\n");
            }
        }

        var (token, cookie) = await TokenAsync(team, "/inscriptions/import");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())), "liste", "inscrits.csv" } };
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/inscriptions/import") { Content = form };
        upload.Headers.Add("Cookie", cookie);
        using var sent = await team.SendAsync(upload);
        var draft = sent.Headers.Location?.OriginalString ?? throw new InvalidOperationException(await sent.Content.ReadAsStringAsync());
        var page = await team.GetStringAsync(draft);
        await FormAsync(team, draft, draft, [.. Hidden().Matches(page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Where(field => field.Item1 != "__RequestVerificationToken").DistinctBy(field => field.Item1)]);
        var people = JsonNode.Parse(await team.GetStringAsync("/accueil/liste.json"))!["people"]!.AsArray();
        foreach (var batch in people.Chunk(500))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/accueil/pointages")
            {
                Content = new StringContent(
                    new JsonArray([.. batch.Select(person => new JsonObject { ["operation"] = Guid.NewGuid(), ["kind"] = "arrived", ["person"] = person!["id"]!.GetValue<string>(), ["at"] = DateTimeOffset.UtcNow.ToString("O") })]).ToJsonString(),
                    Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Seminar", "1");
            (await team.SendAsync(request)).EnsureSuccessStatusCode();
        }
    }

    private async Task EnterAsync(HttpClient team, string key, int board)
    {
        var codes = Code().Matches(await team.GetStringAsync($"/badges/feuilles?atelier={key}")).Select(match => match.Groups[1].Value).ToList();
        using var door = Client();
        for (var client = 0; client < codes.Count; client++)
        {
            var (token, cookie) = await TokenAsync(door, "/entrer");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/entrer/place") { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("code", codes[client])]) };
            request.Headers.Add("Cookie", cookie);
            using var answer = await door.SendAsync(request);
            var place = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.FirstOrDefault(each => each.StartsWith("seminar-place=", StringComparison.Ordinal)) : null;
            lock (_cookies)
            {
                _cookies[(board, client)] = place?.Split(';')[0] ?? throw new InvalidOperationException($"{answer.StatusCode}: {codes[client]} opens no place.");
            }
        }
    }

    private static async Task SendAsync(HttpClient team, string address, JsonObject operation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/operations") { Content = new StringContent($"[{operation.ToJsonString()}]", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Seminar", "1");
        (await team.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task FormAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var (token, cookie) = await TokenAsync(client, page);
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        if ((int)answer.StatusCode >= 400)
        {
            throw new InvalidOperationException($"{action}: {answer.StatusCode}");
        }
    }

    private static async Task<(string Token, string Cookie)> TokenAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        return (TokenField().Match(html).Groups[1].Value, string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(each => each.Split(';')[0]) : []));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("class=\"code\">([^<]+)<")]
    private static partial Regex Code();
}
