using System.Net;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Seminar.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

/// <summary>What a person reads on a page: tags gone, entities decoded, every kind of space made one.</summary>
internal static partial class PageText
{
    public static string Of(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Replace(" .", ".", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
