namespace Seminar.Host.Tests.Offer;

/// <summary>A long list comes in, and everything goes out, without a browser: beside a host that serves, or alone.</summary>
public sealed class The_directory_command
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Imports_a_list_then_gives_it_back(bool isServing)
    {
        using var workspace = new Workspace();
        await using var host = isServing ? await HostProcess.StartAsync(workspace.Data) : null;
        var list = Path.Combine(workspace.Data, "..", "liste.json");
        await File.WriteAllTextAsync(list, InventedOffer.WithFaults, TestContext.Current.CancellationToken);

        var import = await HostProcess.CommandAsync("directory", "import", list, "--data", workspace.Data);
        import.ExitCode.Should().Be(0, import.Output);
        import.Output.Replace('\u00A0', ' ').Should().Contain("6 fiches ajoutées, 0 mise à jour").And.Contain("2 écartées").And.Contain("Description : ce champ est obligatoire");

        var target = Path.Combine(workspace.Data, "..", "services.csv");
        (await HostProcess.CommandAsync("directory", "export", target, "--data", workspace.Data)).ExitCode.Should().Be(0);
        (await File.ReadAllLinesAsync(target, TestContext.Current.CancellationToken)).Should().HaveCount(5, "titles and four services");
        (await HostProcess.CommandAsync("directory", "export", target + ".exe", "--data", workspace.Data)).ExitCode.Should().Be(1);
        var broken = Path.Combine(workspace.Data, "..", "abîmé.json");
        await File.WriteAllTextAsync(broken, "{", TestContext.Current.CancellationToken);
        (await HostProcess.CommandAsync("directory", "import", broken, "--data", workspace.Data)).ExitCode.Should().Be(1);
    }
}
