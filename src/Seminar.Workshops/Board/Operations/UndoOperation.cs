using System.Text.Json;
using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Takes back an operation of one's own, as long as nobody has changed the same thing since.</summary>
internal static class UndoOperation
{
    public static void Undo(BoardWrite write)
    {
        var done = write.Connection.QueryFirstOrDefault<Row>(
            "SELECT sequence AS Sequence, author AS Author, before AS Before FROM operation WHERE id = @Target", new { write.Operation.Target });
        if (done?.Before is null)
        {
            throw BoardRefusal.Unknown();
        }

        if (done.Author != write.Author.Name)
        {
            throw new BoardRefusal("not-yours", "Ce n’est pas vous qui l’avez fait.");
        }

        var mementos = JsonSerializer.Deserialize<List<Memento>>(done.Before, BoardJson.Stored)!;
        RequirePhases(write, mementos);
        if (mementos.Any(memento => ChangedSince(write, memento, done.Sequence)))
        {
            throw new BoardRefusal("conflict", "Cela a été changé depuis : l’annuler déferait le travail d’un autre.");
        }

        // Headings first: notes go back under them.
        foreach (var memento in mementos.OrderBy(memento => memento.Heading is null))
        {
            memento.Restore(write);
        }
    }

    /// <summary>Undoing is doing: a participant can't take away after the vote what was voted for.</summary>
    private static void RequirePhases(BoardWrite write, List<Memento> mementos)
    {
        if (mementos.Exists(memento => memento.Kind == "note"))
        {
            write.RequirePhase("write", "de changer des notes");
        }

        if (mementos.Exists(memento => memento.Kind == "proposal"))
        {
            write.RequirePhase("propose", "de changer des propositions");
        }
    }

    private static bool ChangedSince(BoardWrite write, Memento memento, long sequence) => write.Connection.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM operation WHERE sequence > @sequence AND instr(before, @id) > 0", new { sequence, id = memento.Id.ToString() }) > 0;

    private sealed record Row(long Sequence, string Author, string? Before);
}
