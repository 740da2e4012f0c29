using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>What was answered so far. It lives in the address of the page, sealed, and nowhere else.</summary>
internal sealed partial class Conversation
{
    public const string PassedBy = "-";
    public const string Commune = "commune";
    private const string DayField = "jour";
    private const string NumberField = "numero";
    private const string TypedField = "lieu";
    private const int NumberLength = 32;
    private const int LongestPlace = 80;

    private readonly Dictionary<string, IReadOnlyList<string>> _given = [];
    private readonly string _number;

    private Conversation(Guide guide, DateOnly day, string number, string? typed, IEnumerable<KeyValuePair<string, StringValues>> answers)
    {
        (Guide, Day, _number, TypedPlace) = (guide, day, number, typed);
        var values = answers.ToDictionary(field => field.Key, field => field.Value);
        foreach (var question in guide.Questions.Where(question => values.ContainsKey(question.Id) && IsAsked(question)))
        {
            if (Permitted(question, values[question.Id]) is { Count: > 0 } permitted)
            {
                _given[question.Id] = permitted;
            }
        }
    }

    public Guide Guide { get; }

    /// <summary>The day when it began: the steps are counted from it, however often the result is opened.</summary>
    public DateOnly Day { get; }

    /// <summary>A commune as it was typed, while it is not known which one is meant; null once it is.</summary>
    public string? TypedPlace { get; }

    /// <summary>Begins under a number drawn at random: it tells nothing, and lets this conversation count once.</summary>
    public static Conversation Begin(Guide guide, DateOnly day) => new(guide, day, RandomNumberGenerator.GetHexString(NumberLength, lowercase: true), null, []);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Conversation? Parse(string text, Guide guide)
    {
        var fields = QueryHelpers.ParseQuery(text);
        var number = fields.GetValueOrDefault(NumberField).ToString();
        return number.Length == NumberLength && DateOnly.TryParseExact(fields.GetValueOrDefault(DayField).ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Conversation(guide, day, number, fields.TryGetValue(TypedField, out var typed) ? typed.ToString() : null, fields)
            : null;
    }

    /// <summary>With these answers besides, or instead of the former. What can't be an answer is as if it had not been given.</summary>
    public Conversation With(IEnumerable<KeyValuePair<string, StringValues>> answers)
    {
        var newer = answers.ToList();
        return new(Guide, Day, _number, TypedPlace, Former.Where(field => newer.All(each => each.Key != field.Key)).Concat(newer));
    }

    /// <summary>With the INSEE code of the commune, <see cref="PassedBy"/>, or null to ask again.</summary>
    public Conversation WithPlace(string? insee) => new(Guide, Day, _number, null, Former.Where(field => field.Key != Commune).Concat(insee is null ? [] : [KeyValuePair.Create(Commune, new StringValues(insee))]));

    /// <summary>With a commune of which it is not known yet which one is meant.</summary>
    public Conversation WithTypedPlace(string typed) => new(Guide, Day, _number, typed.Length > LongestPlace ? typed[..LongestPlace] : typed, Former.Where(field => field.Key != Commune));

    /// <summary>The questions that these answers lead to, answered or not.</summary>
    public IReadOnlyList<Question> Questions => [.. Guide.Questions.Where(IsAsked)];

    /// <summary>The next one; null at the end.</summary>
    public Question? Next => Questions.FirstOrDefault(question => !_given.ContainsKey(question.Id));

    /// <summary>The answer, as it stands in the address.</summary>
    public IReadOnlyList<string> Given(string question) => _given.GetValueOrDefault(question, []);

    public string? One(string question) => Given(question) is [var one, ..] && one != PassedBy ? one : null;

    public IReadOnlyList<Answer> Answers => [.. Questions.SelectMany(AnswersTo)];

    /// <summary>Whether any of these sets of answers was given.</summary>
    public bool HasAny(IReadOnlyList<GivenAnswers>? sets) => sets is not null && sets.Any(Has);

    public IReadOnlyList<Situation> Situations => [.. Questions.Select(SituationTold).OfType<Situation>()];

    /// <summary>What the answer to a question tells: one situation, or none. The people of a question are thus parted, and can be counted apart.</summary>
    public Situation? SituationTold(Question question) =>
        AnswersTo(question).SelectMany(answer => answer.Situations ?? []).Select(Guide.Situation).FirstOrDefault(situation => !HasAny(situation.Unless));

    /// <summary>A name for one use of this conversation: from neither the name nor the answers does anybody find the number, or the name for another use.</summary>
    public string NameFor(string use) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{use} {_number}")))[..NumberLength];

    /// <summary>The conversation as one text, for whoever seals it.</summary>
    public override string ToString() => string.Join('&', Fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    private IEnumerable<(string Name, string Value)> Fields =>
    [
        (DayField, Day.ToString("O", CultureInfo.InvariantCulture)),
        (NumberField, _number),
        .. TypedPlace is null ? Array.Empty<(string, string)>() : [(TypedField, TypedPlace)],
        .. Questions.SelectMany(question => Given(question.Id).Select(value => (question.Id, value))),
    ];

    private IEnumerable<KeyValuePair<string, StringValues>> Former => _given.Select(answer => KeyValuePair.Create(answer.Key, new StringValues([.. answer.Value])));

    private bool IsAsked(Question question) => question.When is null || Has(question.When);

    private bool Has(GivenAnswers set) => set.All(condition => Given(condition.Key).Any(condition.Value.Contains));

    private IEnumerable<Answer> AnswersTo(Question question) => (question.Answers ?? []).Where(answer => Given(question.Id).Contains(answer.Id));

    private static IReadOnlyList<string> Permitted(Question question, StringValues values)
    {
        if (question.IsPlace)
        {
            return values.ToString() is var place && (place == PassedBy || InseeCode().IsMatch(place)) ? [place] : [];
        }

        var permitted = question.Answers!.Where(answer => values.Contains(answer.Id)).ToList();
        return question.Several
            ? [.. permitted.Where(answer => !answer.IsAlone || permitted.Count == 1).Select(answer => answer.Id)]
            : [.. permitted.Where(answer => answer.Id == values[0]).Select(answer => answer.Id)];
    }

    [GeneratedRegex("^[0-9][0-9AB][0-9]{3}$")]
    private static partial Regex InseeCode();
}
