using System.Text.RegularExpressions;

namespace Seminar.Workshops;

/// <summary>INSEE codes of the départements.</summary>
internal static partial class DepartementCode
{
    public const string Expected = "01 à 19, 21 à 95, 2A, 2B ou 971 à 989";

    public static bool IsWellFormed(string code) => Pattern().IsMatch(code);

    [GeneratedRegex(@"^(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-9]|98[0-9])\z")]
    private static partial Regex Pattern();
}
