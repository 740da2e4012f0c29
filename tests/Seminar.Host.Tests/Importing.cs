using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Seminar.Host.Tests;

/// <summary>A workshop comes in as it goes out, all or nothing.</summary>
public sealed class Importing
{
    [Fact]
    public async Task What_was_exported_can_be_changed_and_imported_again()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        var workshop = JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/workshops/mobility"))!;
        workshop["board"]![2]!["headings"]![0]!["notes"]!.AsArray().Add("Pas de bus le dimanche");

        using var answer = await PutAsync(host.Administrator, "mobility", workshop.ToJsonString());

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        JsonNode.DeepEquals(JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/workshops/mobility")), workshop).Should().BeTrue();
        PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/mobilite")).Should().Contain("Pas de bus le dimanche");
        PageText.Of(await host.Anonymous.GetStringAsync("/")).Should().Contain("363 notes", "a kept page must not outlive its data");
    }

    [Theory]
    [InlineData("{", "ligne 1")]
    [InlineData("", "vide")]
    [InlineData("{\"theme\":\"mobility\"}", "number")]
    public async Task What_is_not_a_workshop_is_refused_and_changes_nothing(string body, string words)
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        var before = await host.Anonymous.GetStringAsync("/api/workshops/mobility");

        using var answer = await PutAsync(host.Administrator, "mobility", body);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().ContainEquivalentOf(words);
        (await host.Anonymous.GetStringAsync("/api/workshops/mobility")).Should().Be(before);
    }

    [Fact]
    public async Task A_faulty_note_is_named_by_its_json_path()
    {
        using var workspace = new Workspace();
        await using var host = await HostInside.StartAsync(workspace.Data);
        var workshop = JsonNode.Parse(await host.Anonymous.GetStringAsync("/api/workshops/mobility"))!;
        workshop["board"]![1]!["headings"]![0]!["notes"]![3] = new string('x', 501);

        using var answer = await PutAsync(host.Administrator, "mobility", workshop.ToJsonString());

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        errors.Select(error => error.Key).Should().Equal("$.board[1].headings[0].notes[3]");
        errors.Single().Value![0]!.GetValue<string>().Should().Contain("501").And.Contain("500");
    }

    [Fact]
    public async Task From_the_command_line_works_while_serving_and_while_stopped()
    {
        using var workspace = new Workspace();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        var seed = File.ReadAllText(Path.Combine(Repository.Root, "seeds", "occitanie-cej", "themes", "mobility.json"));
        try
        {
            await File.WriteAllTextAsync(file, seed.Replace("Émancipation", "Émancipation par le vélo", StringComparison.Ordinal));
            (await HostProcess.CommandAsync("import", file, "--data", workspace.Data)).Should().Be((0, $"« {file} » est importé.{Environment.NewLine}"));

            await using var host = await HostProcess.StartAsync(workspace.Data);
            PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/mobilite")).Should().Contain("Émancipation par le vélo");

            await File.WriteAllTextAsync(file, seed.Replace("Émancipation", "Émancipation par le train", StringComparison.Ordinal));
            (await HostProcess.CommandAsync("import", file, "--data", workspace.Data)).ExitCode.Should().Be(0);
            PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/mobilite")).Should().Contain("Émancipation par le train");

            await File.WriteAllTextAsync(file, seed.Replace("\"réussites\"", "\"reussites\"", StringComparison.Ordinal));
            var (exitCode, output) = await HostProcess.CommandAsync("import", file, "--data", workspace.Data);
            exitCode.Should().Be(1);
            output.Should().Contain("$.board[0].column").And.Contain("réussites");
            PageText.Of(await host.Anonymous.GetStringAsync("/ateliers/mobilite")).Should().Contain("Émancipation par le train");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_empty_seminar_holds_nothing_and_says_what_to_do_first()
    {
        using var workspace = new Workspace();
        await using (var host = await HostProcess.StartAsync(workspace.Data, null, "--empty"))
        {
            (await host.Anonymous.GetAsync("/")).Headers.Location!.OriginalString.Should().Contain("/entrer", "nothing is public before it is published");
            var home = PageText.Of(await host.Administrator.GetStringAsync("/"));
            home.Should().Contain("Aucun atelier n’a encore de contenu").And.NotContain("Données d’exemple");
            (await host.Administrator.GetAsync("/api/workshops/mobility")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        await using var again = await HostProcess.StartAsync(workspace.Data);
        PageText.Of(await again.Administrator.GetStringAsync("/")).Should().Contain("Aucun atelier n’a encore de contenu", "an empty seminar stays empty at the next start");
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string key, string body) =>
        client.PutAsync($"/api/workshops/{key}", new StringContent(body, Encoding.UTF8, "application/json"));
}
