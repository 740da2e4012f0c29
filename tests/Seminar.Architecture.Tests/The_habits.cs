using System.Text.RegularExpressions;
using Seminar.Host.Tests;

namespace Seminar.Architecture.Tests;

/// <summary>Habits of the house that a compiler does not hold.</summary>
public sealed partial class The_habits
{
    private static IEnumerable<string> AllSources => Solution.SharedSources.Concat(Solution.SourcesUnder("plugins"));

    [Fact]
    public void Pages_hold_neither_inline_script_nor_inline_style() => Offenders(".razor", InlineCode()).Should().BeEmpty();

    [Fact]
    public void Queries_name_their_columns() => Offenders(".cs", SelectStar()).Should().BeEmpty();

    [Fact]
    public void Nobody_is_called_helper_manager_or_utils() =>
        AllSources.Select(Path.GetFileNameWithoutExtension).Where(name => VagueName().IsMatch(name!)).Should().BeEmpty();

    [Fact]
    public void Each_theme_tells_what_it_offers() =>
        Solution.Plugins.Where(plugin => !File.Exists(Path.Combine(plugin.Folder, "README.md"))).Should().BeEmpty();

    /// <summary>So that a page checked by day needs by night a look at its colours alone.</summary>
    [Fact]
    public void By_night_only_colours_change()
    {
        var nights = AllSources.Where(file => Path.GetExtension(file) == ".css").SelectMany(file => Night().Matches(File.ReadAllText(file))).ToList();
        nights.Should().NotBeEmpty();

        nights.SelectMany(night => Declaration().Matches(night.Value)).Select(match => match.Value.Trim())
            .Where(declaration => !ColourToken().IsMatch(declaration)).Should().BeEmpty();
        AllSources.Where(file => Path.GetExtension(file) != ".css" && File.ReadAllText(file).Contains("prefers-color-scheme", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<script src=\"x\">")]
    [InlineData("<script type=\"module\" src=\"https://ailleurs.example/x.js\"></script>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick=\"x\">")]
    public void Inline_code_is_found(string offender) => InlineCode().IsMatch(offender).Should().BeTrue();

    private static IEnumerable<string> Offenders(string extension, Regex pattern) => AllSources
        .Where(file => Path.GetExtension(file) == extension && pattern.IsMatch(File.ReadAllText(file)))
        .Select(file => Path.GetRelativePath(Repository.Root, file));

    /// <summary>What a style sheet says for the dark, up to the brace that closes it.</summary>
    [GeneratedRegex(@"prefers-color-scheme: *dark\)\s*\{(?>[^{}]+|\{[^{}]*\})*\}")]
    private static partial Regex Night();

    [GeneratedRegex(@"[\w-]+\s*:\s*[^;{}]+;")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^--[\w-]+\s*:\s*(oklch\(.+\)|#[0-9a-f]{3,8});$|^--[\w-]+-(lightness|chroma)\s*:")]
    private static partial Regex ColourToken();

    [GeneratedRegex("<script(?! type=\"module\" src=\"/_content/Seminar\\.[A-Za-z]+/scripts/[a-z-]+\\.js\"></script>)|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\bselect\s+\*", RegexOptions.IgnoreCase)]
    private static partial Regex SelectStar();

    [GeneratedRegex("(Helper|Manager|Utils|Util)s?$")]
    private static partial Regex VagueName();
}
