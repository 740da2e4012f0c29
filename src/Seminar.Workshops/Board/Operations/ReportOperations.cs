using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>What the bilan says besides the board: what the workshop is about, and how many people came.</summary>
internal static class ReportOperations
{
    private const int MostPeople = 100_000;
    private const int LargestNumber = 999;
    private const int MostQuestions = 100;

    /// <summary>The version of an introduction and of an attendance that nobody has written yet.</summary>
    public const int NotWritten = 0;

    /// <summary>Title, number, room, context and questions together.</summary>
    public static void Introduce(BoardWrite write)
    {
        write.RequireTeam();
        var operation = write.Operation;
        var title = BoardText.Require(operation.Title, BoardText.LongestTitle);
        var room = BoardText.Optional(operation.Room, BoardText.LongestTitle);
        var questions = (operation.Questions ?? []).Select(question => BoardText.Require(question, BoardText.LongestProposal)).ToList();
        if (operation.Number is not (>= 1 and <= LargestNumber) || questions.Count > MostQuestions)
        {
            throw new BoardRefusal("range", $"Le numéro de l’atelier va de 1 à {LargestNumber}, et il pose {MostQuestions} questions au plus.");
        }

        var values = new
        {
            operation.Number, title, room, floor = room is null ? null : BoardText.Optional(operation.Floor, BoardText.LongestTitle),
            context = BoardText.Optional(operation.Text, BoardText.LongestContext) ?? "",
        };
        RefuseConflict(operation, VersionOf(write, "context_version") ?? Begin(write), "Cette présentation a été changée entre-temps.");
        write.Connection.Execute(
            "UPDATE workshop SET number = @Number, title = @title, room = @room, floor = @floor, context = @context, context_version = context_version + 1", values);
        write.Connection.Execute("DELETE FROM question");
        write.Connection.Execute(
            "INSERT INTO question (id, position, text) VALUES (@id, @position, @text)",
            questions.Select((text, index) => new { id = Guid.CreateVersion7(), position = index + 1, text }));
    }

    public static void Count(BoardWrite write)
    {
        write.RequireTeam();
        RefuseConflict(write.Operation, VersionOf(write, "attendance_version") ?? Begin(write), "La participation a été changée entre-temps.");
        var (youths, partners, missionsLocales, total) = write.Operation.Attendance ?? throw BoardRefusal.Unknown();
        if (new[] { youths, partners, missionsLocales, total }.Any(count => count is < 0 or > MostPeople))
        {
            throw new BoardRefusal("range", $"Une participation va de 0 à {MostPeople}.");
        }

        write.Connection.Execute(
            "UPDATE workshop SET youths = @youths, partners = @partners, missions_locales = @missionsLocales, reported_total = @total, attendance_version = attendance_version + 1",
            new { youths, partners, missionsLocales, total });
    }

    /// <summary>The first thing that is said of a workshop makes its row, under the name of its theme.</summary>
    /// <returns>The version of what nobody has written yet.</returns>
    private static int Begin(BoardWrite write)
    {
        var operation = write.Operation;
        write.Connection.Execute(
            """
            INSERT INTO workshop (id, theme, number, title, context, youths, partners, missions_locales, reported_total, loaded_at)
            VALUES (1, @Theme, @Number, @Title, '', 0, 0, 0, 0, @Now)
            """,
            new
            {
                Theme = operation.Theme ?? throw new BoardRefusal("gone", "Cet atelier est encore vide."),
                Number = operation.Number ?? 1, Title = BoardText.Require(operation.Title, BoardText.LongestTitle), write.Now,
            });
        return NotWritten;
    }

    private static int? VersionOf(BoardWrite write, string column) => write.Connection.ExecuteScalar<int?>($"SELECT {column} FROM workshop");

    private static void RefuseConflict(BoardOperation operation, int version, string message)
    {
        if (operation.Base is { } known && known != version)
        {
            throw new BoardRefusal("conflict", message);
        }
    }
}
