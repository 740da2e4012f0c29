using System.Text.RegularExpressions;
using Seminar.Host.Tests;

namespace Seminar.Architecture.Tests;

/// <summary>No shared project names a theme: a new one needs no change outside its folder.</summary>
public sealed class The_themes_stay_unnamed
{
    [Fact]
    public void No_shared_source_names_a_theme()
    {
        var sources = Solution.SharedSources.ToList();
        sources.Should().HaveCountGreaterThan(100);

        sources.SelectMany(file => Named(File.ReadAllText(file)).Select(name => $"{Path.GetRelativePath(Repository.Root, file)} names {name}"))
            .Should().BeEmpty();
    }

    /// <summary>A rule that nothing can break proves nothing.</summary>
    [Theory]
    [InlineData("if (key == \"mobility\")")]
    [InlineData("using Seminar.Themes.Mobility;")]
    [InlineData("<a href=\"/ateliers/mobilite#plan\">")]
    [InlineData(".theme-mobility { color: red }")]
    [InlineData("../../plugins/Mobility/Seminar.Themes.Mobility.csproj")]
    public void A_source_that_names_one_is_found(string offender) => Named(offender).Should().NotBeEmpty();

    [Theory]
    [InlineData("Contrat d’engagement jeune")]
    [InlineData("public sealed class ThemeRegistry")]
    public void A_source_that_only_uses_the_word_is_not(string innocent) => Named(innocent).Should().BeEmpty();

    private static IEnumerable<string> Named(string text) => Solution.Plugins.SelectMany(plugin => new[]
    {
        $"\"{Regex.Escape(plugin.Key)}\"",
        $"theme-{Regex.Escape(plugin.Key)}\\b",
        $"/ateliers/{Regex.Escape(plugin.Slug)}\\b",
        $"{Regex.Escape(Path.GetFileNameWithoutExtension(plugin.Project))}\\b",
    }).Where(pattern => Regex.IsMatch(text, pattern));
}
