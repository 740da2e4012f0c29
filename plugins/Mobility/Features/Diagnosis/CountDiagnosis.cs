using System.Data.Common;
using Dapper;
using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>
/// Counts a conversation: one more for what it tells to each question, one more for its département. Sums alone are kept: no row is a
/// person's, none tells a day, and none can be joined to another.
/// </summary>
internal sealed record CountDiagnosis(Conversation Conversation) : IRequest;

internal sealed class CountDiagnosisHandler(IModuleDatabase database, IOffer offer) : IRequestHandler<CountDiagnosis>
{
    /// <summary>Départements are counted like what is told to a question: each diagnostic once, under one of them or under none.</summary>
    public const string Departement = "departement";

    public async Task<Unit> Handle(CountDiagnosis request, CancellationToken cancellationToken)
    {
        var conversation = request.Conversation;
        var told = conversation.Guide.Questions.Where(question => question.TellsSituations)
            .Select(question => new { question = question.Id, told = conversation.SituationTold(question)?.Id ?? "" })
            .Append(new { question = Departement, told = NamedPlace.Of(conversation, offer)?.Insee[..2] ?? "" }).ToList();
        await database.WriteAsync(
            connection =>
            {
                // Sent twice, it counts once.
                if (connection.Execute("INSERT INTO diagnosis_mark (mark) VALUES (@mark) ON CONFLICT DO NOTHING", new { mark = conversation.NameFor("compte") }) > 0)
                {
                    connection.Execute("INSERT INTO diagnosis_count (question, told, counted) VALUES (@question, @told, 1) ON CONFLICT DO UPDATE SET counted = counted + 1", told);
                    ShowAnew(connection);
                }

                return true;
            },
            cancellationToken);
        return Unit.Value;
    }

    /// <summary>Figures move by five people at once: whoever watches them while someone answers learns nothing of that one.</summary>
    private static void ShowAnew(DbConnection connection)
    {
        if (connection.ExecuteScalar<int>("SELECT SUM(counted - shown) FROM diagnosis_count WHERE question = @Departement", new { Departement }) >= Crowd.Fewest)
        {
            connection.Execute("UPDATE diagnosis_count SET shown = counted");
        }
    }
}
