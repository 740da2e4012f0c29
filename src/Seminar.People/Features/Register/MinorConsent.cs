using Seminar.Contracts;
using Seminar.Contracts.Pages;

namespace Seminar.People.Features.Register;

/// <summary>
/// Below fifteen, the law asks for two agreements: that of the young person and that of whoever has parental authority, both parents as a
/// rule. They are asked for one by one; who agreed is kept, no name.
/// </summary>
internal static class MinorConsent
{
    public const string Below = "moins-de-15";

    public static IReadOnlyList<(string Value, string Label)> Ages { get; } = [("15-ou-plus", "15 ans ou plus"), (Below, "moins de 15 ans")];

    public static IReadOnlyList<(string Value, string Label)> Parents { get; } =
        [("both", "mes deux parents"), ("only-one", "mon père ou ma mère, qui exerce seul l’autorité parentale"), ("guardian", "mon tuteur ou ma tutrice")];

    /// <returns>Who agreed beside the young person; null when nobody has to.</returns>
    public static string? Read(FormRules rules, RegisterForm form, List<Refusal> refusals)
    {
        if (form.Family != "jeune" || rules.OneOf("age", form.Age, Ages) != Below)
        {
            return null;
        }

        if (form.Agrees != "oui")
        {
            refusals.Add(new Refusal("accord", "Avant 15 ans, il faut votre propre accord\u00A0: cochez cette case si vous voulez participer."));
        }

        if (Parents.All(choice => choice.Value != form.Parents))
        {
            refusals.Add(new Refusal("parents", "Avant 15 ans, il faut aussi l’accord de vos deux parents, ou de qui exerce seul l’autorité parentale. Dites qui l’a donné."));
            return null;
        }

        return form.Parents;
    }
}
