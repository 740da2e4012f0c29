namespace Seminar.Architecture.Tests;

/// <summary>Dependencies point inwards and downwards.</summary>
public sealed class The_arrows
{
    [Fact]
    public void There_are_plugins_to_look_at() => Solution.Plugins.Should().HaveCountGreaterThanOrEqualTo(8);

    [Theory]
    [InlineData("Seminar.Contracts")]
    [InlineData("Seminar.Ui", "Seminar.Contracts")]
    [InlineData("Seminar.Storage", "Seminar.Contracts")]
    [InlineData("Seminar.Tables", "Seminar.Contracts")]
    [InlineData("Seminar.Topics", "Seminar.Contracts")]
    [InlineData("Seminar.Workshops", "Seminar.Contracts", "Seminar.Storage", "Seminar.Tables", "Seminar.Topics", "Seminar.Ui")]
    [InlineData("Seminar.Reports", "Seminar.Contracts", "Seminar.Tables", "Seminar.Ui")]
    [InlineData("Seminar.Synthesis", "Seminar.Contracts", "Seminar.Reports", "Seminar.Storage", "Seminar.Topics", "Seminar.Ui")]
    [InlineData("Seminar.People", "Seminar.Contracts", "Seminar.Storage", "Seminar.Tables", "Seminar.Ui")]
    [InlineData("Seminar.Offer", "Seminar.Contracts", "Seminar.Storage", "Seminar.Tables", "Seminar.Topics", "Seminar.Ui")]
    [InlineData("Seminar.Host", "Seminar.Contracts", "Seminar.Storage", "Seminar.Ui", "Seminar.Workshops", "Seminar.Synthesis", "Seminar.Offer", "Seminar.People", "Seminar.Reports", "Seminar.Tables")]
    public void A_shared_project_refers_only_to_those_below_it(string project, params string[] permitted) =>
        OursAmong(Path.Combine(Solution.HostFolder, project + ".dll")).Except(permitted).Should().BeEmpty();

    [Fact]
    public void Every_shared_project_has_its_rule()
    {
        var ruled = typeof(The_arrows).GetMethod(nameof(A_shared_project_refers_only_to_those_below_it))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!);
        var projects = new[] { "src", "host" }.SelectMany(Solution.SourcesUnder).Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);

        ruled.Should().BeEquivalentTo(projects);
    }

    [Fact]
    public void A_plugin_refers_to_the_contracts_and_the_interface_and_to_nothing_else_of_ours()
    {
        foreach (var plugin in Solution.Plugins)
        {
            OursAmong(plugin.Assembly).Except(["Seminar.Contracts", "Seminar.Ui"]).Should().BeEmpty("{0} must not know more of the house", plugin.Key);
        }
    }

    [Fact]
    public void A_plugin_ships_nothing_that_the_host_already_carries()
    {
        foreach (var plugin in Solution.Plugins)
        {
            var shipped = Directory.EnumerateFiles(Path.GetDirectoryName(plugin.Assembly)!, "*.dll").Select(Path.GetFileName).ToList();

            shipped.Should().Contain(Path.GetFileName(plugin.Assembly)).And.NotContain(name => name!.StartsWith("Seminar.") && !name.StartsWith("Seminar.Themes."));
            shipped.Should().NotContain(["Autofac.dll", "MediatR.dll", "Dapper.dll", "Microsoft.Data.Sqlite.dll"]);
        }
    }

    [Fact]
    public void A_plugin_shows_nothing_but_its_entry_its_views_its_forms_and_its_components()
    {
        foreach (var plugin in Solution.Plugins)
        {
            Solution.PublicTypes(plugin.Assembly)
                .Where(type => !type.Name.EndsWith("Theme", StringComparison.Ordinal) && !type.Name.EndsWith("View", StringComparison.Ordinal)
                    && !type.Name.EndsWith("Form", StringComparison.Ordinal) && type.Base is not "generic" and not "ComponentBase" && type.Name != "_Imports")
                .Should().BeEmpty("the rest of {0} is internal", plugin.Key);
        }
    }

    private static List<string> OursAmong(string assembly) =>
        [.. Solution.References(assembly).Where(name => name.StartsWith("Seminar.", StringComparison.Ordinal))];
}
