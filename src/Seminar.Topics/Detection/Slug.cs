using System.Text;
using Seminar.Topics.Language;

namespace Seminar.Topics.Detection;

/// <summary>A text as part of an address: lower-case letters, digits and hyphens.</summary>
public static class Slug
{
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in FrenchReader.Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
