using System.Globalization;
using Seminar.Contracts.Reference;
using Seminar.Contracts.Workshops;
using Seminar.Tables;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>How a table becomes notes.</summary>
/// <param name="Text">Column of the table that holds the notes.</param>
/// <param name="Category">Column that says, by a word or a colour, to which column of the board a note belongs; null when all belong to one.</param>
/// <param name="Heading">Column that gathers notes; null when none does.</param>
/// <param name="Words">For each word or colour, the column of the board; empty to leave such notes out.</param>
/// <param name="Everything">Without categories: where all notes go.</param>
public sealed record BoardMapping(int Text, int? Category, int? Heading, IReadOnlyDictionary<string, string> Words, string Everything)
{
    private static readonly string[] TextTitles = ["texte", "text", "contenu", "content", "note", "idee", "titre", "title"];
    private static readonly string[] CategoryTitles = ["colonne", "categorie", "category", "couleur", "color", "type", "liste", "list", "tag"];
    private static readonly string[] HeadingTitles = ["sous-theme", "groupe", "group", "theme", "cluster", "section"];

    /// <summary>What the titles of the columns let one think.</summary>
    internal static BoardMapping Guess(TableFile table)
    {
        var text = Find(table, TextTitles) ?? 0;
        var category = Find(table, CategoryTitles);
        return new BoardMapping(text, category == text ? null : category, Find(table, HeadingTitles) is { } heading && heading != text && heading != category ? heading : null, new Dictionary<string, string>(), "success").WithWords(table);
    }

    /// <summary>With a column for each word or colour that the table holds: the one chosen, or the one that the word names.</summary>
    internal BoardMapping WithWords(TableFile table) => this with
    {
        Words = WordsOf(table, Category).ToDictionary(word => word, word => Words.TryGetValue(word, out var chosen) ? chosen : GuessColumn(word), StringComparer.OrdinalIgnoreCase),
    };

    internal static IReadOnlyList<string> WordsOf(TableFile table, int? category) =>
        category is { } column ? [.. table.Lines.Select(line => Cell(line, column)).Distinct(StringComparer.OrdinalIgnoreCase).Take(100)] : [];

    internal static string Cell(TableLine line, int column) => column < line.Cells.Count ? line.Cells[column].Trim() : "";

    private static int? Find(TableFile table, string[] titles) => titles
        .Select(title => table.Header.Select(name => PlaceNames.Plain(name).ToLowerInvariant()).ToList().FindIndex(name => name.Contains(title, StringComparison.Ordinal)))
        .Where(index => index >= 0).Select(index => (int?)index).FirstOrDefault();

    private static string GuessColumn(string word)
    {
        var plain = PlaceNames.Plain(word).ToLowerInvariant();
        return plain.Contains("reussite", StringComparison.Ordinal) || plain.Contains("succes", StringComparison.Ordinal) ? Column.Success.ToWord()
            : plain.Contains("force", StringComparison.Ordinal) || plain.Contains("atout", StringComparison.Ordinal) ? Column.Strength.ToWord()
            : plain.Contains("frein", StringComparison.Ordinal) || plain.Contains("difficulte", StringComparison.Ordinal) ? Column.Brake.ToWord()
            : plain.Contains("obstacle", StringComparison.Ordinal) || plain.Contains("blocage", StringComparison.Ordinal) ? Column.Obstacle.ToWord()
            : "";
    }

    /// <summary>As a form sends it; what makes no sense is left to the guess.</summary>
    internal static BoardMapping? Read(Func<string, string?> field, TableFile table)
    {
        if (field("lu") != "oui")
        {
            return null;
        }

        var category = Index("categorie");
        var words = WordsOf(table, category);
        var chosen = words.Select((word, index) => (word, Column: field($"mot-{index}"))).Where(each => each.Column is not null && IsColumn(each.Column)).ToDictionary(each => each.word, each => each.Column!);
        return new BoardMapping(Index("texte") ?? 0, category, Index("titre"), chosen, IsColumn(field("tout") ?? "") && field("tout") is { Length: > 0 } everything ? everything : "success").WithWords(table);

        int? Index(string name) => int.TryParse(field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < table.Header.Count ? index : null;
    }

    private static bool IsColumn(string word) => word.Length == 0 || Enum.GetValues<Column>().Any(column => column.ToWord() == word);
}
