using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Seminar.Themes.EmploymentService;

/// <summary>A form that was refused, of a page that has several.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Typed">What was typed, by field.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record RefusedForm(string Name, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<Refusal> Refusals)
{
    public static RefusedForm Of(string name, IFormCollection sent, IReadOnlyList<Refusal> refusals) =>
        new(name, sent.ToDictionary(field => field.Key, field => field.Value.ToString()), refusals);

    /// <summary>Another form, with fields of the same names, takes over what was typed.</summary>
    public RefusedForm MovedTo(string name) =>
        new(name, Typed, [.. Refusals.Select(refusal => refusal with { Path = refusal.Path.Replace($"{Name}-", "", StringComparison.Ordinal) })]);
}

/// <summary>A page with several forms: a refused one gets back what was typed, the others show what is stored.</summary>
public abstract record FormsView(RefusedForm? Refused)
{
    /// <summary>A day as a field takes it.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What a field shows: what was typed if its form was refused, or what is stored.</summary>
    public string? Kept(string form, string field, string? stored = null) => Refused?.Name == form ? Refused.Typed.GetValueOrDefault(field) : stored;

    /// <summary>Why a field was refused, or null.</summary>
    public string? ErrorOf(string path) => Refused?.Refusals.FirstOrDefault(refusal => refusal.Path == path)?.Message;

    /// <summary>
    /// The sequence that a form is drawn from. A refused one keeps its own, lest the next sending overwrite someone unseen; once its
    /// reader has been told of the change and sees it, it is that of today.
    /// </summary>
    public long Before(string form, long stored) =>
        Refused?.Name == form && !Meanwhile.Explains(Refused.Refusals) ? Meanwhile.Sequence(Refused.Typed.GetValueOrDefault(Meanwhile.Field)) : stored;
}
