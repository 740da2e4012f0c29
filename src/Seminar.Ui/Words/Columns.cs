using Seminar.Contracts.Workshops;

namespace Seminar.Ui;

/// <summary>The four columns of a board, in words. People confuse brake and obstacle: each has its definition.</summary>
public static class Columns
{
    /// <summary>The name, in the plural.</summary>
    public static string Name(Column column) => column switch
    {
        Column.Success => "Réussites",
        Column.Strength => "Forces",
        Column.Brake => "Freins",
        _ => "Obstacles",
    };

    /// <summary>The name of one, in the middle of a sentence.</summary>
    public static string Singular(Column column) => column switch
    {
        Column.Success => "réussite",
        Column.Strength => "force",
        Column.Brake => "frein",
        _ => "obstacle",
    };

    /// <summary>The fragment and query value that stands for the column.</summary>
    public static string Anchor(Column column) => column switch
    {
        Column.Success => "reussites",
        Column.Strength => "forces",
        Column.Brake => "freins",
        _ => "obstacles",
    };

    /// <summary>What belongs there, in one sentence.</summary>
    public static string Definition(Column column) => column switch
    {
        Column.Success => "Ce qui a été fait et qui marche.",
        Column.Strength => "Une ressource sur laquelle s’appuyer.",
        Column.Brake => "Ce qui ralentit, et sur quoi le groupe peut agir.",
        _ => "Ce qui bloque, et ne dépend pas du groupe seul.",
    };

    /// <summary>An example of it; those of brake and obstacle speak of one subject, to show the difference.</summary>
    public static string Example(Column column) => column switch
    {
        Column.Success => "un forum où dix jeunes ont trouvé un stage",
        Column.Strength => "des conseillers qui connaissent bien les entreprises",
        Column.Brake => "des horaires de bus que les jeunes connaissent mal",
        _ => "aucun bus après 18 heures",
    };
}
