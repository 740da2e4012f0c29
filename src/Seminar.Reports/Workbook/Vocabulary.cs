using System.Text.Json;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>The words of the seed files, in cells: <c>réussites</c>, <c>mission-locale</c>, <c>animation</c>.</summary>
internal static class Vocabulary
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Words<T>()[value];

    /// <returns>Null for a word that is not one of them.</returns>
    public static T? Find<T>(string word)
        where T : struct, Enum =>
        Words<T>().Where(pair => string.Equals(pair.Value, word.Trim(), StringComparison.OrdinalIgnoreCase)).Select(pair => (T?)pair.Key).FirstOrDefault();

    public static IEnumerable<string> All<T>()
        where T : struct, Enum =>
        Words<T>().Values;

    // Said once, by the contract, for JSON.
    private static Dictionary<T, string> Words<T>()
        where T : struct, Enum =>
        Known<T>.Words;

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, SeedJson.Options).GetString()!);
    }
}
