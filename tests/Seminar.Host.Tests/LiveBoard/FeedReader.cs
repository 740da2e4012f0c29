using System.Text.Json.Nodes;

namespace Seminar.Host.Tests.LiveBoard;

/// <summary>Reads a feed of Server-Sent Events as a browser does.</summary>
internal sealed class FeedReader(HttpResponseMessage answer, StreamReader lines) : IDisposable
{
    public HttpResponseMessage Answer => answer;

    public static async Task<FeedReader> OpenAsync(HttpClient client, string address, long? lastKnown = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastKnown is { } last)
        {
            request.Headers.Add("Last-Event-ID", $"{last}");
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new FeedReader(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event; null when the feed has ended.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        while (await lines.ReadLineAsync().WaitAsync(Patience.Limit) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line["data: ".Length..]);
            }
        }

        return null;
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }
}
