using Dapper;
using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>Counts a conversation: its situations, its age group, its département, its month. Never the answers, the commune or the day.</summary>
internal sealed record CountDiagnosis(Conversation Conversation, Guid Id) : IRequest;

internal sealed class CountDiagnosisHandler(IModuleDatabase database, IOffer offer) : IRequestHandler<CountDiagnosis>
{
    public async Task<Unit> Handle(CountDiagnosis request, CancellationToken cancellationToken)
    {
        var conversation = request.Conversation;
        var insee = ShowConclusionHandler.PlaceOf(conversation, offer)?.Insee;
        var row = new { request.Id, month = conversation.Day.ToString("yyyy-MM", null), age = conversation.One("age"), departement = insee?[..2] };
        var situations = conversation.Answers.SelectMany(answer => answer.Situations ?? []).Distinct().Select(situation => new { request.Id, situation }).ToList();
        await database.WriteAsync(
            connection =>
            {
                // Sent twice, it counts once.
                if (connection.Execute("INSERT INTO diagnosis (id, month, age, departement) VALUES (@Id, @month, @age, @departement) ON CONFLICT DO NOTHING", row) > 0)
                {
                    connection.Execute("INSERT INTO diagnosis_situation (diagnosis, situation) VALUES (@Id, @situation)", situations);
                }

                return true;
            },
            cancellationToken);
        return Unit.Value;
    }
}
