namespace Seminar.Ui;

/// <summary>Who said a quote, in words: a role, never a name.</summary>
public static class Speakers
{
    /// <summary>The role as it signs.</summary>
    /// <param name="speaker">The role as it is stored.</param>
    public static string Name(string speaker) => speaker switch
    {
        "jeune" => "Un jeune",
        "professionnel" => "Un professionnel",
        "partenaire" => "Un partenaire",
        null => throw new ArgumentNullException(nameof(speaker)),
        _ => Typography.Fix(speaker),
    };
}
