namespace Seminar.Contracts.Pages;

/// <summary>A form as a page shows it: blank at first, with what was typed and the refusals after a refusal.</summary>
/// <typeparam name="TValues">What was typed, as text.</typeparam>
/// <param name="Values">What was typed; blank at first.</param>
/// <param name="Refusals">Why it was refused; each path is the name of a field.</param>
/// <param name="IsOpen">Whether the reader may send the form; otherwise the page invites them to sign in.</param>
public sealed record FormView<TValues>(TValues Values, IReadOnlyList<Refusal> Refusals, bool IsOpen)
{
    /// <summary>The refusal of one field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>A French sentence, or null.</returns>
    public string? ErrorOf(string field) => Refusals.FirstOrDefault(refusal => refusal.Path == field)?.Message;
}
