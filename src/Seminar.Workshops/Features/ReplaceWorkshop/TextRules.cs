using System.Globalization;
using FluentValidation;

namespace Seminar.Workshops;

/// <summary>The rules that fields share, each with its French sentence.</summary>
internal static class TextRules
{
    public const int ShortText = 300;
    public const int NoteText = 500;
    public const int ProposalText = 1_000;
    public const int QuoteText = 2_000;
    public const int LongText = 10_000;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static IRuleBuilderOptions<T, string> IsText<T>(this IRuleBuilder<T, string> rule, string what, int longest) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text))
            .WithMessage($"{what} est vide\u00A0: un texte de 1 à {Number(longest)} caractères est attendu.")
            .MustBeStorable(what, longest);

    public static IRuleBuilderOptions<T, string?> IsTextOrEmpty<T>(this IRuleBuilder<T, string?> rule, string what, int longest) =>
        rule.MustBeStorable(what, longest);

    public static IRuleBuilderOptions<T, int> IsWithin<T>(this IRuleBuilder<T, int> rule, string what, int least, int most) =>
        rule.Must(number => number >= least && number <= most)
            .WithMessage((_, number) => $"{what} est {Number(number)}\u00A0: un nombre de {least} à {Number(most)} est attendu.");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> HasAtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most, string what) =>
        rule.Must(items => items.Count <= most)
            .WithMessage((_, items) => $"La liste compte {Number(items.Count)} {what}\u00A0: {Number(most)} au plus sont permis.");

    /// <summary>The same, one more being permitted when the last is what gathers the rest.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> HasAtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most, string what, Func<IReadOnlyList<TItem>, bool> endsWithTheRest) =>
        rule.Must(items => items.Count <= (endsWithTheRest(items) ? most + 1 : most))
            .WithMessage((_, items) => $"La liste compte {Number(items.Count)} {what}\u00A0: {Number(most)} au plus sont permis.");

    public static IRuleBuilderOptions<T, string?> IsDepartement<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null || DepartementCode.IsWellFormed(code))
            .WithMessage((_, code) => $"«\u00A0{Shorten(code)}\u00A0» n'est pas un code de département\u00A0: {DepartementCode.Expected} est attendu.");

    public static string Shorten(string? text)
    {
        const int longest = 40;
        var visible = string.Concat((text ?? "").Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return visible.Length <= longest ? visible : visible[..longest] + "…";
    }

    public static string Number(int number) => number.ToString("N0", French);

    private static IRuleBuilderOptions<T, TText> MustBeStorable<T, TText>(this IRuleBuilder<T, TText> rule, string what, int longest) =>
        rule.Must(text => Length(text) <= longest)
            .WithMessage((_, text) => $"{what} compte {Number(Length(text))} caractères\u00A0: {Number(longest)} au plus sont permis.")
            .Must(text => FirstUnfit(text as string) is null)
            .WithMessage((_, text) =>
            {
                var at = FirstUnfit(text as string)!.Value;
                return $"{what} contient un caractère interdit (U+{(int)(text as string)![at]:X4}, caractère {Number(at + 1)})\u00A0: "
                    + "du texte et des sauts de ligne (U+000A) sont attendus.";
            });

    /// <summary>As people count, and the board.</summary>
    private static int Length<TText>(TText text) => (text as string)?.EnumerateRunes().Count() ?? 0;

    /// <summary>Control characters, and halves of a surrogate pair, which UTF-8 can't hold.</summary>
    private static int? FirstUnfit(string? text)
    {
        for (var at = 0; at < text?.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
            else if ((char.IsControl(text[at]) && text[at] != '\n') || char.IsSurrogate(text[at]))
            {
                return at;
            }
        }

        return null;
    }
}
