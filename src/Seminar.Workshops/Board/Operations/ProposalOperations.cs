using Dapper;

namespace Seminar.Workshops.Board.Operations;

/// <summary>Proposals, and the brakes and obstacles that they answer.</summary>
internal static class ProposalOperations
{
    private const int MostAnswers = 20;

    public static void Add(BoardWrite write)
    {
        write.RequirePhase("propose", "de proposer");
        var id = write.Operation.Proposal ?? throw BoardRefusal.Unknown();
        var text = BoardText.Require(write.Operation.Text, BoardText.LongestProposal);
        if (BoardRows.FindProposal(write.Connection, id) is not null)
        {
            throw new BoardRefusal("known", "Une proposition porte déjà cet identifiant.");
        }

        RefuseFull(write);
        write.TouchProposal(id);
        write.Connection.Execute(
            "INSERT INTO proposal (id, axis, position, text, group_number, author) VALUES (@id, @axis, @position, @text, @group, @author)",
            new { id, axis = AxisOperations.ChosenIn(write), position = write.Sequence, text, group = write.Author.Group, author = write.Author.Name });
        Answer(write, id);
    }

    public static void Edit(BoardWrite write)
    {
        var proposal = Own(write);
        if (write.Operation.Base is { } known && known != proposal.Version)
        {
            throw new BoardRefusal("conflict", $"Cette proposition a été changée entre-temps : « {proposal.Text} ».");
        }

        var text = BoardText.Require(write.Operation.Text, BoardText.LongestProposal);
        write.TouchProposal(proposal.Id);
        write.Connection.Execute("UPDATE proposal SET text = @text, version = version + 1 WHERE id = @Id", new { text, proposal.Id });
        if (write.Operation.Answers is not null)
        {
            Answer(write, proposal.Id);
        }
    }

    /// <summary>Puts a proposal under an axis, or under none.</summary>
    public static void Arrange(BoardWrite write)
    {
        write.RequireTeam();
        var proposal = Standing(write);
        write.TouchProposal(proposal.Id);
        write.Connection.Execute(
            "UPDATE proposal SET axis = @axis, position = @position WHERE id = @Id", new { axis = AxisOperations.ChosenIn(write), position = write.Sequence, proposal.Id });
    }

    public static void Delete(BoardWrite write)
    {
        var proposal = Own(write);
        write.TouchProposal(proposal.Id);
        TakeAway(write, proposal.Id);
    }

    /// <summary>Takes a proposal away, and gives back the points that it had.</summary>
    public static void TakeAway(BoardWrite write, Guid id)
    {
        write.TouchesVotes = true;
        write.Connection.Execute("DELETE FROM vote WHERE proposal = @id; UPDATE proposal SET state = 'deleted', version = version + 1 WHERE id = @id", new { id });
    }

    public static BoardProposal Standing(BoardWrite write) =>
        write.Operation.Proposal is { } id && BoardRows.FindProposal(write.Connection, id) is { Gone: false } proposal
            ? proposal
            : throw new BoardRefusal("gone", "Cette proposition n’est plus sur ce tableau.");

    private static void RefuseFull(BoardWrite write)
    {
        if (write.Connection.ExecuteScalar<long>("SELECT COUNT(*) FROM proposal") >= BoardLimits.Proposals)
        {
            throw new BoardRefusal("full", $"Ce tableau a reçu {BoardLimits.Proposals} propositions : il n’en prend pas plus.");
        }

        const string OwnSql = "SELECT COUNT(*) FROM proposal WHERE group_number = @Group OR (group_number IS NULL AND author = @Name)";
        if (!write.Author.MayContribute && write.Connection.ExecuteScalar<long>(OwnSql, new { write.Author.Group, write.Author.Name }) >= BoardLimits.ProposalsOfGroup)
        {
            throw new BoardRefusal("full", $"Votre groupe a déjà fait {BoardLimits.ProposalsOfGroup} propositions : il n’en fait pas plus.");
        }
    }

    private static BoardProposal Own(BoardWrite write)
    {
        var proposal = Standing(write);
        if (!write.IsOwn("proposal", proposal.Id, proposal.Group))
        {
            throw new BoardRefusal("not-yours", "Cette proposition est d’un autre groupe.");
        }

        write.RequirePhase("propose", "de changer des propositions");
        return proposal;
    }

    private static void Answer(BoardWrite write, Guid proposal)
    {
        var answers = (write.Operation.Answers ?? []).Distinct().ToList();
        if (answers.Count > MostAnswers)
        {
            throw new BoardRefusal("too-many", $"Une proposition répond à {MostAnswers} notes au plus.");
        }

        answers.ForEach(note => NoteOperations.Standing(write, note));
        write.Connection.Execute("DELETE FROM proposal_answer WHERE proposal = @proposal", new { proposal });
        write.Connection.Execute("INSERT INTO proposal_answer (proposal, note) VALUES (@proposal, @note)", answers.Select(note => new { proposal, note }));
    }
}
