using System.Net;

namespace Seminar.Host.Tests;

/// <summary>What is not said is forbidden.</summary>
public sealed class Closed_unless_opened(SampleHost sample) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_the_administrators()
    {
        using var workspace = new Workspace();
        workspace.AddBroken("sound");
        await using var host = await HostProcess.StartAsync(workspace.Data, workspace.Themes);

        using var stranger = await host.Anonymous.GetAsync("/ateliers/sound/ouvert-a-personne");
        using var administrator = await host.Administrator.GetAsync("/ateliers/sound/ouvert-a-personne");

        stranger.StatusCode.Should().Be(HttpStatusCode.Redirect);
        administrator.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var answer = await sample.Host.Administrator.PostAsync("/administration/thematiques/mobility", new FormUrlEncodedContent([KeyValuePair.Create("active", "false")]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain("Formulaire refusé");
        (await sample.Host.Anonymous.GetAsync("/ateliers/mobilite")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
