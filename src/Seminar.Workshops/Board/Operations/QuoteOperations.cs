using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>
/// Quotes: the team's, with the consent of whoever is quoted. The log holds none of their words, so that a consent that is
/// withdrawn leaves nothing behind.
/// </summary>
internal static class QuoteOperations
{
    private const int LongestConsent = 200;
    private const int MostQuotes = 200;

    public static void Add(BoardWrite write)
    {
        write.RequireTeam();
        var id = write.Operation.Quote ?? throw BoardRefusal.Unknown();
        if (write.Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quote") >= MostQuotes || VersionOf(write, id) is not null)
        {
            throw new BoardRefusal("known", $"Cette citation existe déjà, ou l’atelier en a déjà {MostQuotes}.");
        }

        write.Connection.Execute(
            """
            INSERT INTO quote (id, position, speaker, text, consent, consented_at)
            VALUES (@id, (SELECT COALESCE(MAX(position), 0) + 1 FROM quote), @speaker, @text, @consent, @now)
            """,
            new { id, speaker = Speaker(write), text = Text(write), consent = Consent(write), now = write.Now });
    }

    public static void Edit(BoardWrite write)
    {
        write.RequireTeam();
        var id = write.Operation.Quote ?? throw BoardRefusal.Unknown();
        var version = VersionOf(write, id) ?? throw new BoardRefusal("gone", "Cette citation n’est plus là.");
        if (write.Operation.Base is { } known && known != version)
        {
            throw new BoardRefusal("conflict", "Cette citation a été changée entre-temps.");
        }

        write.Connection.Execute(
            "UPDATE quote SET speaker = @speaker, text = @text, consent = @consent, consented_at = COALESCE(consented_at, @now), version = version + 1 WHERE id = @id",
            new { id, speaker = Speaker(write), text = Text(write), consent = Consent(write), now = write.Now });
    }

    public static void Delete(BoardWrite write)
    {
        write.RequireTeam();
        if (write.Connection.Execute("DELETE FROM quote WHERE id = @Quote", new { write.Operation.Quote }) == 0)
        {
            throw new BoardRefusal("gone", "Cette citation n’est plus là.");
        }
    }

    private static int? VersionOf(BoardWrite write, Guid id) => write.Connection.ExecuteScalar<int?>("SELECT version FROM quote WHERE id = @id", new { id });

    private static string Speaker(BoardWrite write) => BoardText.Require(write.Operation.Speaker, BoardText.LongestTitle);

    private static string Text(BoardWrite write) => BoardText.Require(write.Operation.Text, BoardText.LongestQuote);

    private static string Consent(BoardWrite write) => BoardText.Optional(write.Operation.Consent, LongestConsent)
        ?? throw new BoardRefusal("consent", "Dites comment la personne a donné son accord : sans accord, pas de citation.");
}
