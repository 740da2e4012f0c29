using Seminar.Offer.Standard;

namespace Seminar.Offer.Quality;

/// <summary>
/// How good a service’s sheet is, from 0 to 1: the mean of ten criteria, those that do not apply left out. The method is that of data·inclusion
/// (GIP Plateforme de l’inclusion, pipeline « score_qualite », MIT).
/// </summary>
/// <param name="Criteria">The criteria that apply, in order.</param>
public sealed record QualityScore(IReadOnlyList<Criterion> Criteria)
{
    private static readonly string[] WaysToReach = ["courriel", "lien_mobilisation", "telephone"];

    /// <summary>How long a sheet is wholly fresh.</summary>
    internal static TimeSpan Fresh { get; } = TimeSpan.FromDays(365.25 / 2);

    /// <summary>How old a sheet no longer counts as fresh at all.</summary>
    internal static TimeSpan Stale { get; } = TimeSpan.FromDays(365.25 * 2);

    /// <summary>Producers whose sheets are made anew by their own programs: the day of a sheet says nothing there.</summary>
    internal static IReadOnlyList<string> Timeless { get; } = ["agefiph", "france-travail"];

    public double Value => Criteria.Average(criterion => criterion.Points);

    /// <param name="service">The sheet.</param>
    /// <param name="upToDate">When it was last known to be right.</param>
    /// <param name="today">The day of the reading.</param>
    public static QualityScore Of(Sheet service, DateOnly upToDate, DateOnly today) =>
        new(Timeless.Contains(service.Text("source")) ? [.. Lasting(service)] : [.. Lasting(service), new Criterion(Freshness.Label, Freshness.Points(upToDate, today), Freshness.Advice)]);

    /// <summary>The criteria that time does not change.</summary>
    public static IEnumerable<Criterion> Lasting(Sheet service)
    {
        var modes = service.List("modes_mobilisation");
        if (service.List("modes_accueil").Contains("en-presentiel") || modes.Contains("se-presenter"))
        {
            yield return Present("Adresse", service.Text("adresse") is not null, "On s’y rend\u00A0: indiquez l’adresse.");
        }

        yield return new Criterion("Mobilisation", Half(modes.Count > 0) + Half(service.List("mobilisable_par").Count > 0), "Dites comment le mobiliser, et qui le peut.");
        yield return Present("Publics", service.List("publics").Count > 0, "Dites à qui il s’adresse.");
        yield return Present("Thématiques", service.List("thematiques").Count > 0, "Rattachez-le à une thématique.");
        yield return Present("Contact", WaysToReach.Any(field => service.Text(field) is not null), "Donnez un courriel, un téléphone ou un lien.");
        if (modes.Contains("envoyer-un-courriel"))
        {
            yield return Present("Courriel", service.Text("courriel") is not null, "On le mobilise par courriel\u00A0: donnez l’adresse.");
        }

        if (modes.Contains("telephoner"))
        {
            yield return Present("Téléphone", service.Text("telephone") is not null, "On le mobilise par téléphone\u00A0: donnez le numéro.");
        }

        yield return new Criterion("Frais", Price(service), "Dites s’il est gratuit ou payant, et combien.");
        yield return new Criterion("Description", Description(service.Text("description")?.Length ?? 0), "Une bonne description a de 200 à 2\u202F000\u00A0caractères.");
    }

    private static Criterion Present(string label, bool isThere, string advice) => new(label, isThere ? 1 : 0, advice);

    private static double Half(bool isThere) => isThere ? 0.5 : 0;

    private static double Price(Sheet service) => (service.Text("frais"), service.Text("frais_precisions")) switch
    {
        ("gratuit", _) => 1,
        ("payant", null) => 0.5,
        ("payant", _) => 1,
        _ => 0,
    };

    private static double Description(int length) => length switch
    {
        < 50 => 0,
        < 200 => 0.5,
        < 2000 => 1,
        _ => 0.5,
    };

    /// <summary>The criterion that time does change: whole for six months, nothing after two years.</summary>
    internal static class Freshness
    {
        public const string Label = "Mise à jour";

        public const string Advice = "Relisez la fiche, et dites si elle est toujours juste.";

        public static double Points(DateOnly upToDate, DateOnly today)
        {
            var age = TimeSpan.FromDays(today.DayNumber - upToDate.DayNumber);
            return age <= Fresh ? 1 : Math.Clamp((Stale - age) / (Stale - Fresh), 0, 1);
        }
    }
}

/// <summary>One criterion of the score.</summary>
/// <param name="Label">What it looks at, in French.</param>
/// <param name="Points">From 0 to 1.</param>
/// <param name="Advice">What raises it, a French sentence.</param>
public sealed record Criterion(string Label, double Points, string Advice);
