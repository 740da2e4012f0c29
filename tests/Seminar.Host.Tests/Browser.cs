using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

/// <summary>A browser without script: it keeps cookies, fills forms and follows nothing by itself.</summary>
internal sealed partial class Browser(Uri site) : IDisposable
{
    public const string Email = "administration@exemple.fr";
    public const string Password = "une phrase assez longue";

    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    public HttpClient Client => _client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site, Timeout = Patience.Limit };

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    /// <summary>Opens a page, then sends its form; the token of any form of the site will do.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await Forms.TokenAsync(Client, page);
        return await Client.PostAsync(action, new FormUrlEncodedContent(
            fields.Append((Name: Forms.TokenField, Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>Sends operations to a live board, as its page does; each must be taken.</summary>
    public async Task OperateAsync(string board, params JsonObject[] operations)
    {
        foreach (var operation in operations)
        {
            operation["id"] = Guid.NewGuid();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{board}/operations")
        {
            Content = new StringContent(new JsonArray([.. operations]).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Seminar", "1");
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        JsonNode.Parse(text)!.AsArray().Should().OnlyContain(each => each!["code"] == null, "{0}", text);
    }

    public Task<HttpResponseMessage> CreateFirstAccountAsync(string link) => SendAsync(
        link, "/premier-compte", ("jeton", link.Split('=')[1]), ("nom", "Administration"), ("courriel", Email), ("motDePasse", Password));

    public Task<HttpResponseMessage> EnterAsync(string email, string password, string returnTo = "/") =>
        SendAsync("/entrer", "/entrer/compte", ("courriel", email), ("motDePasse", password), ("retour", returnTo));

    /// <summary>Invites someone, as the administrator that this browser is.</summary>
    /// <returns>The one-time link.</returns>
    public async Task<string> InviteAsync(string email, string role, string workshop = "")
    {
        using var answer = await SendAsync(
            "/administration/equipe", "/administration/equipe", ("nom", $"Compte {email}"), ("courriel", email), ("role", role), ("atelier", workshop));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(OneTimeLink().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    public Task<HttpResponseMessage> ChoosePasswordAsync(string link, string password)
    {
        var query = System.Web.HttpUtility.ParseQueryString(link.Split('?')[1]);
        return SendAsync("/entrer", "/compte/mot-de-passe", ("compte", query["compte"]!), ("jeton", query["jeton"]!), ("motDePasse", password));
    }

    /// <summary>Copies a cookie of another browser, as whoever got hold of it would.</summary>
    public void Take(Browser other, string cookie) => _cookies.Add(site, new Cookie(cookie, other.Cookies.Single(each => each.Name == cookie).Value));

    public void Dispose() => _client?.Dispose();

    [GeneratedRegex(@"<code>https?://[^/]+(/compte/mot-de-passe[^<]+)</code>")]
    private static partial Regex OneTimeLink();
}
