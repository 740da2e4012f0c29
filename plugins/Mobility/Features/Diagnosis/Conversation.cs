using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What was answered so far. It lives in the address of the page, sealed, and nowhere else.</summary>
internal sealed class Conversation
{
    public const string PassedBy = "-";
    private const string DayField = "jour";
    private const int LongestPlace = 80;

    private readonly Dictionary<string, IReadOnlyList<string>> _given = [];

    private Conversation(Guide guide, DateOnly day) => (Guide, Day) = (guide, day);

    public Guide Guide { get; }

    /// <summary>The day when it began: the steps are counted from it, however often the result is opened.</summary>
    public DateOnly Day { get; }

    /// <summary>What can't be an answer is as if it had not been given.</summary>
    public static Conversation Read(IEnumerable<KeyValuePair<string, StringValues>> fields, Guide guide, DateOnly today)
    {
        var values = fields.ToDictionary(field => field.Key, field => field.Value);
        var day = DateOnly.TryParseExact(values.GetValueOrDefault(DayField).ToString(), "yyyy-MM-dd", out var begun) && Math.Abs(today.DayNumber - begun.DayNumber) < 366 ? begun : today;
        var conversation = new Conversation(guide, day);
        foreach (var question in guide.Questions)
        {
            if (values.TryGetValue(question.Id, out var value) && Permitted(question, value) is { Count: > 0 } answers)
            {
                conversation._given[question.Id] = answers;
            }
        }

        return conversation;
    }

    /// <summary>The questions that these answers lead to, answered or not.</summary>
    public IReadOnlyList<Question> Questions => [.. Guide.Questions.Where(IsAsked)];

    /// <summary>The next one; null at the end.</summary>
    public Question? Next => Questions.FirstOrDefault(question => !_given.ContainsKey(question.Id));

    /// <summary>The answer, as it stands in the address.</summary>
    public IReadOnlyList<string> Given(string question) => _given.GetValueOrDefault(question, []);

    public string? One(string question) => Given(question) is [var one, ..] && one != PassedBy ? one : null;

    public IReadOnlyList<Answer> Answers => [.. Questions.Where(question => question.Answers is not null)
        .SelectMany(question => question.Answers!.Where(answer => Given(question.Id).Contains(answer.Id)))];

    /// <summary>The answers by question, with the day when they began.</summary>
    public IEnumerable<(string Name, string Value)> Fields =>
    [
        (DayField, Day.ToString("O", CultureInfo.InvariantCulture)),
        .. Questions.SelectMany(question => Given(question.Id).Select(value => (question.Id, value))),
    ];

    /// <summary>The answers as one text, for whoever keeps them.</summary>
    public override string ToString() => string.Join('&', Fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    private bool IsAsked(Question question) => question.When is null || question.When.All(condition => Given(condition.Key).Any(condition.Value.Contains));

    private static IReadOnlyList<string> Permitted(Question question, StringValues values)
    {
        if (question.IsPlace)
        {
            var place = values.ToString().Trim();
            return [place.Length is 0 or > LongestPlace ? PassedBy : place];
        }

        var permitted = values.OfType<string>().Where(value => question.Answers!.Any(answer => answer.Id == value)).Distinct();
        return [.. question.Several ? permitted : permitted.Take(1)];
    }
}
