using System.Data.Common;
using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Tables;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.ImportBoard;

/// <summary>What a board of another tool would add, before anyone confirms it.</summary>
internal sealed record PreviewBoard(Guid Draft, Func<string, string?> Field) : IRequest<BoardPreview?>;

/// <summary>What a board of another tool would add.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Header">Titles of the table's columns.</param>
/// <param name="Mapping">How it is read.</param>
/// <param name="Notes">The notes that would be added.</param>
/// <param name="LeftOut">The lines that would not, each with the reason.</param>
/// <param name="Presets">Names of the ways of reading that were kept.</param>
public sealed record BoardPreview(
    ThemeIdentity Theme, Guid Draft, IReadOnlyList<string> Header, BoardMapping Mapping, IReadOnlyList<ReadNote> Notes, IReadOnlyList<LeftOutLine> LeftOut, IReadOnlyList<string> Presets);

/// <summary>A note as it was read.</summary>
public sealed record ReadNote(string Column, string? Heading, string Text);

/// <summary>A line that no note was made of.</summary>
public sealed record LeftOutLine(int Number, string Text, string Reason);

internal sealed class PreviewBoardHandler(IModuleDatabase database, ThemeIdentity theme, BoardDrafts drafts) : IRequestHandler<PreviewBoard, BoardPreview?>
{
    public async Task<BoardPreview?> Handle(PreviewBoard request, CancellationToken cancellationToken)
    {
        if (drafts.Find(request.Draft) is not { } table)
        {
            return null;
        }

        var presets = await database.ReadAsync<string>("SELECT name FROM board_preset ORDER BY name", null, cancellationToken);
        var kept = request.Field("reglage") is { Length: > 0 } name
            ? await database.ReadSnapshotAsync(connection => BoardPreset.Find(connection, name), cancellationToken)
            : null;
        var mapping = kept?.For(table) ?? BoardMapping.Read(request.Field, table) ?? BoardMapping.Guess(table);
        var (notes, leftOut) = BoardReading.Read(table, mapping);
        return new BoardPreview(theme, request.Draft, table.Header, mapping, notes, leftOut, presets);
    }
}

/// <summary>A way of reading that was kept: by the titles of columns, since their places change.</summary>
internal sealed record BoardPreset(string Text, string? Category, string? Heading, IReadOnlyDictionary<string, string> Words, string Everything)
{
    public static BoardPreset Of(TableFile table, BoardMapping mapping) => new(
        table.Header[mapping.Text], mapping.Category is { } category ? table.Header[category] : null, mapping.Heading is { } heading ? table.Header[heading] : null, mapping.Words, mapping.Everything);

    public static BoardPreset? Find(DbConnection connection, string name) =>
        connection.ExecuteScalar<string?>("SELECT mapping FROM board_preset WHERE name = @name", new { name }) is { } json ? JsonSerializer.Deserialize<BoardPreset>(json, JsonSerializerOptions.Web) : null;

    public static void Keep(DbConnection connection, string name, BoardPreset preset) => connection.Execute(
        "INSERT INTO board_preset (name, mapping) VALUES (@name, @mapping) ON CONFLICT (name) DO UPDATE SET mapping = @mapping",
        new { name, mapping = JsonSerializer.Serialize(preset, JsonSerializerOptions.Web) });

    /// <summary>For another table: columns are found by their titles.</summary>
    public BoardMapping For(TableFile table)
    {
        var guess = BoardMapping.Guess(table);
        return new BoardMapping(IndexOf(Text) ?? guess.Text, IndexOf(Category), IndexOf(Heading), new Dictionary<string, string>(Words, StringComparer.OrdinalIgnoreCase), Everything).WithWords(table);

        int? IndexOf(string? title) => title is not null && table.Header.ToList().FindIndex(name => string.Equals(name, title, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index : null;
    }
}

/// <summary>Reads notes from a table.</summary>
internal static class BoardReading
{
    public static (IReadOnlyList<ReadNote> Notes, IReadOnlyList<LeftOutLine> LeftOut) Read(TableFile table, BoardMapping mapping)
    {
        var notes = new List<ReadNote>();
        var leftOut = new List<LeftOutLine>();
        foreach (var line in table.Lines)
        {
            var text = BoardMapping.Cell(line, mapping.Text);
            var column = mapping.Category is { } category ? mapping.Words.GetValueOrDefault(BoardMapping.Cell(line, category), "") : mapping.Everything;
            if (WhyNot(text, column) is { } reason)
            {
                leftOut.Add(new LeftOutLine(line.Number, text, reason));
                continue;
            }

            var heading = mapping.Heading is { } index && BoardMapping.Cell(line, index) is { Length: > 0 } title ? title : null;
            notes.Add(new ReadNote(column, heading is { Length: > BoardText.LongestTitle } ? heading[..BoardText.LongestTitle] : heading, text));
        }

        return (notes, leftOut);
    }

    private static string? WhyNot(string text, string column)
    {
        if (text.Length == 0)
        {
            return "sans texte";
        }

        if (column.Length == 0)
        {
            return "sans colonne";
        }

        try
        {
            BoardText.Require(text, BoardText.LongestNote);
            return null;
        }
        catch (BoardRefusal refusal)
        {
            return refusal.Message;
        }
    }
}
