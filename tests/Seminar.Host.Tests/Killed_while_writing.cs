using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests;

/// <summary>kill -9 of the whole program while all workshops are written; storage alone is killed fifty times in its own tests.</summary>
public sealed class Killed_while_writing
{
    private const int Rounds = 5;

    [Fact]
    public async Task The_program_comes_back_with_every_acknowledged_workshop()
    {
        using var workspace = new Workspace();
        var acknowledged = new ConcurrentDictionary<string, int>();
        var attempted = new ConcurrentDictionary<string, int>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await HostProcess.StartAsync(workspace.Data);
            var themes = (await ThemesAsync(host)).ToList();
            foreach (var theme in themes)
            {
                var kept = await NumberAsync(host, theme);
                kept.Should().BeInRange(acknowledged.GetValueOrDefault(theme), attempted.GetValueOrDefault(theme), "round {0} keeps what was acknowledged for {1}", round, theme);
            }

            var before = acknowledged.Values.Sum();
            var writing = new List<Task>();
            foreach (var theme in themes)
            {
                var workshop = JsonNode.Parse(await host.Anonymous.GetStringAsync($"/api/workshops/{theme}"))!;
                writing.Add(Task.Run(() => WriteUntilKilledAsync(host, theme, workshop, acknowledged, attempted)));
            }

            while (acknowledged.Values.Sum() - before < 3 * themes.Count)
            {
                await Task.Delay(10);
            }

            await host.KillAsync();
            await Task.WhenAll(writing);
        }

        acknowledged.Should().HaveCountGreaterThanOrEqualTo(8);
    }

    private static async Task WriteUntilKilledAsync(HostProcess host, string theme, JsonNode workshop, ConcurrentDictionary<string, int> acknowledged, ConcurrentDictionary<string, int> attempted)
    {
        for (var number = attempted.GetValueOrDefault(theme) + 1; ; number++)
        {
            workshop["quotes"] = new JsonArray(new JsonObject { ["speaker"] = "jeune", ["text"] = $"essai {number}" });
            attempted[theme] = number;
            try
            {
                using var answer = await host.Administrator.PutAsync($"/api/workshops/{theme}", new StringContent(workshop.ToJsonString(), Encoding.UTF8, "application/json"));
                answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
                acknowledged[theme] = number;
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<IEnumerable<string>> ThemesAsync(HostProcess host) =>
        JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/themes"))!.AsArray().Select(theme => theme!["key"]!.GetValue<string>());

    private static async Task<int> NumberAsync(HostProcess host, string theme)
    {
        var quotes = JsonNode.Parse(await host.Anonymous.GetStringAsync($"/api/workshops/{theme}"))!["quotes"]!.AsArray();
        return quotes.Select(quote => quote!["text"]!.GetValue<string>()).Where(text => text.StartsWith("essai ", StringComparison.Ordinal))
            .Select(text => int.Parse(text["essai ".Length..], null)).DefaultIfEmpty(0).Max();
    }
}
