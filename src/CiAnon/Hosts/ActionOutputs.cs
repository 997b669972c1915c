namespace CiAnon.Hosts;

/// <summary>What the GitHub action tells the steps after it: what a run tells, and what became of the upload.</summary>
public static class ActionOutputs
{
    public static IReadOnlyList<(OutputDefinition Output, string Value)> All { get; } =
    [
        .. OutputDefinitions.All.Select(output => (output, Value(output))),
        (new OutputDefinition("artifact-id", "Id of the dump's artefact; only when it was uploaded."), "steps.upload.outputs.artifact-id"),
        (new OutputDefinition("artifact-url", "Address of the dump's artefact; only when it was uploaded."), "steps.upload.outputs.artifact-url"),
        (new OutputDefinition("artifact-digest", "SHA-256 of the dump's artefact as GitHub stores it; only when it was uploaded."), "steps.upload.outputs.artifact-digest"),
    ];

    // A run that didn't even start has failed, and so has one that stopped after it had told.
    private static string Value(OutputDefinition output) => output == OutputDefinitions.Status
        ? $"steps.run.outcome == 'success' && steps.run.outputs.{output.Name} || 'failed'"
        : $"steps.run.outputs.{output.Name}";
}
