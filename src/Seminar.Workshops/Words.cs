using System.Text.Json;

namespace Seminar.Workshops;

/// <summary>How the database writes the vocabulary: English, in kebab case (<c>mission-locale</c>, <c>co-facilitator</c>).</summary>
internal static class Words
{
    public const string Witness = "witness";

    public static string ToWord<T>(this T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T FromWord<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Single(value => value.ToWord() == word);
}
