using System.Globalization;
using System.Text.RegularExpressions;

namespace Seminar.People.Badges.Codes;

/// <summary>The public part of a shared tablet's code: <c>G2T07</c>, group 7 of the workshop whose tablets bear the number 2.</summary>
internal sealed partial record TabletCode(int Workshop, int Group)
{
    public static TabletCode? Read(string publicPart)
    {
        var match = Shape().Match(publicPart);
        return match.Success
            ? new TabletCode(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex("^G([0-9]{1,6})T([0-9]{1,3})$")]
    private static partial Regex Shape();
}
