namespace Seminar.Themes.Mobility.Features.Ambassadors;

/// <summary>
/// Who agrees that a testimony is shown: the person, and for a minor whoever has parental authority too, said one by one. Nothing of it is
/// kept but the day: a testimony without its agreements is never there.
/// </summary>
internal static class Agreement
{
    private const string Adult = "majeur";

    public static IReadOnlyList<(string Value, string Label)> Ages { get; } =
        [(Adult, "18 ans ou plus"), ("15-17", "15 à 17 ans"), ("moins-de-15", "moins de 15 ans")];

    public static IReadOnlyList<(string Value, string Label)> Parents { get; } =
        [("both", "ses deux parents"), ("only-one", "son père ou sa mère, qui exerce seul l’autorité parentale"), ("guardian", "son tuteur ou sa tutrice")];

    public static IEnumerable<Refusal> Check(AmbassadorForm form)
    {
        if (form.Agrees != "oui")
        {
            yield return new Refusal("agrees", "Sans l’accord de la personne elle-même, son témoignage ne peut pas être montré.");
        }

        if (Ages.All(age => age.Value != form.Age))
        {
            yield return new Refusal("age", "Dites l’âge de la personne\u00A0: avant 18 ans, il faut aussi un autre accord que le sien.");
        }
        else if (form.Age != Adult && Parents.All(parents => parents.Value != form.Parents))
        {
            yield return new Refusal("parents", "Pour un mineur, il faut aussi l’accord de ses deux parents, ou de qui exerce seul l’autorité parentale. Dites qui l’a donné.");
        }
    }
}
