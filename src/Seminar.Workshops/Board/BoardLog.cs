using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Seminar.Workshops.Board.Operations;

namespace Seminar.Workshops.Board;

/// <summary>The log of the board: every operation enters by here, once, with its effect, in one transaction.</summary>
internal static class BoardLog
{
    private static readonly Dictionary<string, Action<BoardWrite>> Kinds = new()
    {
        ["note.add"] = NoteOperations.Add,
        ["note.edit"] = NoteOperations.Edit,
        ["note.move"] = NoteOperations.Move,
        ["note.delete"] = NoteOperations.Delete,
        ["note.approve"] = NoteOperations.Approve,
        ["note.gather"] = NoteOperations.Gather,
        ["note.merge"] = NoteOperations.Merge,
        ["note.split"] = NoteOperations.Split,
        ["heading.add"] = HeadingOperations.Add,
        ["heading.edit"] = HeadingOperations.Edit,
        ["heading.order"] = HeadingOperations.Order,
        ["heading.delete"] = HeadingOperations.Delete,
        ["proposal.add"] = ProposalOperations.Add,
        ["proposal.edit"] = ProposalOperations.Edit,
        ["proposal.arrange"] = ProposalOperations.Arrange,
        ["proposal.delete"] = ProposalOperations.Delete,
        ["axis.add"] = AxisOperations.Add,
        ["axis.edit"] = AxisOperations.Edit,
        ["axis.delete"] = AxisOperations.Delete,
        ["quote.add"] = QuoteOperations.Add,
        ["quote.edit"] = QuoteOperations.Edit,
        ["quote.delete"] = QuoteOperations.Delete,
        ["report.introduce"] = ReportOperations.Introduce,
        ["report.count"] = ReportOperations.Count,
        ["vote"] = VoteOperations.Vote,
        ["phase.start"] = MethodOperations.Start,
        ["phase.extend"] = MethodOperations.Extend,
        ["method.arrange"] = MethodOperations.Arrange,
        ["options.choose"] = MethodOperations.Choose,
        ["help.call"] = HelpOperations.Call,
        ["help.answer"] = HelpOperations.Answer,
        ["undo"] = UndoOperation.Undo,
    };

    /// <summary>Does one operation, or tells that it was done before. Called inside a write.</summary>
    /// <exception cref="BoardRefusal">It can't be done. The caller's write fails with it, and nothing of it stays.</exception>
    public static BoardAnswer Append(DbConnection connection, BoardAuthor author, BoardOperation operation, DateTimeOffset now)
    {
        var content = ContentOf(operation);
        var at = operation.MomentOf(now);
        var standing = Standing.Read(connection, operation.Id, author.Group);
        if (standing.Known is { } known)
        {
            return standing.Content == content
                ? new BoardAnswer(operation.Id, known)
                : throw new BoardRefusal("replayed", "Cet identifiant d’opération a déjà servi à autre chose.");
        }

        if (!Kinds.TryGetValue(operation.Kind, out var apply))
        {
            throw new BoardRefusal("kind", "Ce genre d’opération n’est pas connu.");
        }

        var write = new BoardWrite(connection, author, operation, standing, at, now);
        apply(write);
        Insert(write, content);
        return new BoardAnswer(operation.Id, write.Sequence);
    }

    /// <summary>Tells subscribers that the whole board was replaced. Called inside the write that did it.</summary>
    public static void Replaced(DbConnection connection, DateTimeOffset now)
    {
        var operation = new BoardOperation(Guid.CreateVersion7(now), "import");
        var standing = Standing.Read(connection, operation.Id, null);
        var write = new BoardWrite(connection, new BoardAuthor("import", null, null, true, true), operation, standing, now, now) { ResetsView = true };
        Insert(write, ContentOf(write.Operation));
    }

    private static void Insert(BoardWrite write, string content)
    {
        var told = write.Event();
        write.Connection.Execute(
            """
            INSERT INTO operation (sequence, id, content, kind, author, group_number, at, before, event, masked)
            VALUES (@Sequence, @Id, @content, @Kind, @author, @group, @At, @Before, @told, @masked)
            """,
            new
            {
                write.Sequence, write.Operation.Id, content, write.Operation.Kind, author = write.Author.Name, group = write.Author.Group, write.At, write.Before,
                told = JsonSerializer.Serialize(told, BoardJson.Options), masked = Masked(write, told),
            });
    }

    /// <summary>The event as anyone is told of it; null when that is all of it.</summary>
    private static string? Masked(BoardWrite write, BoardEvent told) =>
        told.Calls is not null || (told.Notes is { } notes && (write.Options.HidesOthers || notes.Any(note => note.Pending)))
            ? JsonSerializer.Serialize(Sight.Anyone.Of(told, write.Options), BoardJson.Options)
            : null;

    private static string ContentOf(BoardOperation operation) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(operation, BoardJson.Options)));
}
