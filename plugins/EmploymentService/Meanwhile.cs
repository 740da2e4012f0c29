using System.Globalization;

namespace Seminar.Themes.EmploymentService;

/// <summary>
/// Someone changed what a form shows while it was being filled in. A form carries the sequence of what it was drawn from; it is refused
/// once there is another, and given back over what is there now.
/// </summary>
internal static class Meanwhile
{
    /// <summary>The hidden field.</summary>
    public const string Field = "before";

    private const string Sentence =
        "Quelqu’un a changé ou retiré cela entre-temps\u00A0: ce qu’il en est se lit sur cette page, ce que vous avez écrit est dans le formulaire. Reprenez-en ce qu’il faut, puis enregistrez.";

    public static Outcome At(string path) => Outcome.Refused(path, Sentence);

    public static bool Explains(IEnumerable<Refusal> refusals) => refusals.Any(refusal => refusal.Message == Sentence);

    /// <summary>The sequence that a form sent; one that never was when it sent none.</summary>
    public static long Sequence(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : -1;
}
