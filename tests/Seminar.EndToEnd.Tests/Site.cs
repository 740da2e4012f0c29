using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Seminar.Host.Tests;
using Seminar.Host.Tests.Offer;

namespace Seminar.EndToEnd.Tests;

/// <summary>The real program with its own themes and the sample seminar, and ways to open its pages.</summary>
public partial class Site(Chromium chromium) : IAsyncLifetime
{
    public const string Email = "administration@exemple.fr";
    public const string Password = "une phrase assez longue";

    private readonly Workspace _workspace = new();
    private readonly SemaphoreSlim _signIn = new(1);
    private HostProcess? _host;
    private readonly ConcurrentDictionary<HttpClient, Task<Dictionary<string, ServedPage>>> _walks = new();
    private Task<IReadOnlyList<string>>? _pages;
    private bool _hasAccount;

    internal HostProcess Host
    {
        get
        {
            _ = chromium.Browser;
            return _host!;
        }
    }

    protected virtual bool StartsEmpty => false;

    public Uri Address => Host.Anonymous.BaseAddress!;

    public string Key => Host.Key;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is not null)
        {
            _host = await HostProcess.StartAsync(_workspace.Data, empty: StartsEmpty ? "--empty" : null);
            if (!StartsEmpty)
            {
                using var filled = await _host.Administrator.PostAsync("/api/directory/imports", new StringContent(InventedOffer.Json, System.Text.Encoding.UTF8, "application/json"));
                filled.EnsureSuccessStatusCode();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _workspace.Dispose();
        _signIn.Dispose();
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public Task<IBrowserContext> OpenAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool javaScript = true) =>
        Chromium.OpenAsync(chromium.Browser, new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            ReducedMotion = ReducedMotion.Reduce,
        });

    /// <summary>Enters as the administrator does; the first time, by the link that the program printed at its start.</summary>
    public async Task SignInAsync(IPage page)
    {
        await _signIn.WaitAsync();
        try
        {
            await page.GotoAsync(_hasAccount ? "/entrer?retour=/administration" : Host.FirstAccount!);
            if (!_hasAccount)
            {
                await page.GetByLabel("Nom").FillAsync("Administration");
            }

            await page.GetByLabel("Adresse électronique").FillAsync(Email);
            await page.GetByLabel("Mot de passe").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = _hasAccount ? "Entrer" : "Créer le compte", Exact = true }).ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/administration$"));
            _hasAccount = true;
        }
        finally
        {
            _signIn.Release();
        }
    }

    /// <summary>Every page a reader or an administrator can walk to from the home page, and what each says; each walks once.</summary>
    internal Task<Dictionary<string, ServedPage>> WalkAsync(HttpClient reader) => _walks.GetOrAdd(reader, WalkFromHomeAsync);

    private static async Task<Dictionary<string, ServedPage>> WalkFromHomeAsync(HttpClient reader)
    {
        var pages = new Dictionary<string, ServedPage>();
        var toVisit = new Queue<string>(["/"]);
        while (toVisit.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address))
            {
                continue;
            }

            var page = await ServedPage.GetAsync(reader, address);
            pages.Add(address, page);
            foreach (var link in page.Links.Where(link => link.StartsWith('/')))
            {
                toVisit.Enqueue(link.Split('#')[0]);
            }
        }

        return pages;
    }

    /// <summary>The addresses of all distinct pages, one a path, with the sign-in page and a missing one.</summary>
    internal Task<IReadOnlyList<string>> PagesAsync()
    {
        lock (_signIn)
        {
            return _pages ??= FindPagesAsync();
        }
    }

    private async Task<IReadOnlyList<string>> FindPagesAsync()
    {
        var walked = await WalkAsync(Host.Administrator);
        walked.Keys.Should().Contain((await Workshops.OfAsync(this)).Select(theme => theme.Address), "the walk must reach every workshop");
        walked.Keys.Should().Contain(["/notes", "/controles", "/administration", "/style"]);
        // What one page draws for every workshop, or for every topic, is looked at once: one stands for the others, of workshops the first.
        // Each workshop's own page and what its theme adds to it are all looked at.
        var board = $"{await Workshops.FirstAddressAsync(this)}/tableau";
        var pages = walked.Where(page => page.Value.IsHtml && !page.Key.Contains('?')).Select(page => page.Key)
            .Where(address => !address.Contains("/tableau", StringComparison.Ordinal) || address.StartsWith(board, StringComparison.Ordinal));
        return [.. pages.GroupBy(address => WhichOfMany().Replace(address, "")).Select(alike => alike.First()), "/entrer", Missing];
    }

    /// <summary>The part of an address that only says which of many is shown.</summary>
    [GeneratedRegex("""
        (?<=^/(synthese/(sujets|axes)|annuaire/structures)/).*
        |(?<=^/(groupes|emargement)/)[^/]+
        |(?<=^/bilan/)(?!importer$)[a-z-]+(?=(\.html)?$)
        |(?<=^/ateliers/)[^/]+(?=/bilan(/import)?$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WhichOfMany();

    /// <summary>An address that leads nowhere.</summary>
    public const string Missing = "/nulle-part";
}

/// <summary>One site for the classes that leave it as they found it.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<Site>
{
    public const string Name = "One site";
}

/// <summary>The same program, started with nothing in it.</summary>
public sealed class EmptySite(Chromium chromium) : Site(chromium)
{
    protected override bool StartsEmpty => true;
}

/// <summary>A page as the program serves it.</summary>
internal sealed partial record ServedPage(HttpStatusCode Status, bool IsHtml, string? RedirectsTo, string Html)
{
    public IReadOnlyList<string> Links => [.. Anchors().Matches(Html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    public bool Has(string fragment) => Html.Contains($" id=\"{fragment}\"", StringComparison.Ordinal);

    public static async Task<ServedPage> GetAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        return new ServedPage(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType == "text/html",
            answer.Headers.Location?.ToString(),
            await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<a\\b[^>]*?\\shref=\"([^\"]*)\"")]
    private static partial Regex Anchors();
}
