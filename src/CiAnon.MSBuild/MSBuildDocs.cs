using System.ComponentModel;
using System.Reflection;
using System.Text;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

/// <summary>docs/msbuild.md, from the settings and the tasks themselves.</summary>
internal static class MSBuildDocs
{
    private const string Opening = """
        # MSBuild

        <!-- Generated from the settings and tasks of CiAnon.MSBuild by the tests (UPDATE_SNAPSHOTS=1). -->

        `CiAnon.MSBuild` runs in any project, `CiAnon.Sdk` is a project of its own for repositories that are not .NET. Both need the
        .NET 10 SDK, and PostgreSQL's `initdb` and `postgres` on the machine.

        ```xml
        <Project Sdk="CiAnon.Sdk/0.1.0">
          <ItemGroup><CiAnonDump Include="prod.dump" Policy="ci-anon.yml" /></ItemGroup>
        </Project>
        ```

        ```
        dotnet msbuild anonymize.proj -t:AnonymizeDump                 # CiAnon.Sdk
        dotnet msbuild project.csproj -restore -t:AnonymizeDump        # a project that references CiAnon.MSBuild
        ```

        Success is exit code 0 **and** a report that says `"status": "passed"`. An exit code is not enough, since `dotnet msbuild` ends
        with 0 when it is terminated (SIGTERM): the report then goes on saying `running`, with the run's start, and no dump lies under
        its name. Begin without the reports of earlier builds where a build may be terminated before its first task, or compare
        `startedAt`. What an earlier build left in `CiAnonPublishDirectory` is treated alike. With `-m` several dumps are worked on at
        a time.

        A warning that the build makes an error of, by whatever switch or property, in whatever mode of MSBuild, stops the run before
        anything is published. A failed check ends with the verdict and the report's path as an error (CIANON5011), in quiet logs too.

        ## Stages, and targets of yours between them

        `AnonymizeDump` runs, for every `CiAnonDump` item in a project instance of its own, the targets `CiAnonRestore`,
        `CiAnonAnonymize`, `CiAnonVerify`, `CiAnonBackup` and `CiAnonPublish`. Each depends on the one before: with one dump,
        `-t:CiAnonVerify` proves without writing anything. Hang targets between them:

        ```xml
        <PropertyGroup><CiAnonSandboxChanges>schema</CiAnonSandboxChanges></PropertyGroup>
        <Target Name="Migrate" AfterTargets="CiAnonAnonymize">
          <Exec Command="dotnet ef database update --connection &quot;$(CiAnonSandboxConnection)&quot;" />
        </Target>
        <Target Name="Count" BeforeTargets="CiAnonBackup">
          <Exec Command="psql &quot;$(CiAnonSandboxUri)&quot; -c &quot;SELECT count(*) FROM orders&quot;" />
        </Target>
        ```

        What they do to the database is declared with `CiAnonSandboxChanges`; whatever is committed without being declared fails the
        build (CIANON4106). Transactions that are rolled back and temporary tables are nobody's concern. Sessions that targets leave
        open are ended.

        | value | what targets may do | how the artefact is made |
        |---|---|---|
        | `none` | look | the dump's own table of contents; blocks that nothing masks stay as they are |
        | `rows` | insert, update, delete rows of tables that the dump has rows of | the same, with every table read back from the sandbox, and the sequences as they stand |
        | `schema` | anything | written by the `pg_dump` beside the sandbox's `postgres`, which must be there; compared with the sandbox row by row |

        With `rows` and `schema`, an artefact that something was changed in is also restored into a second, empty database, keys and
        indexes included. What is changed after `CiAnonVerify` is verified again. With `schema` the dump's large objects must be
        dropped, every extension that it uses must be installed, and tablespaces and settings of the database are not carried over.

        `CiAnonDiscover` writes a policy for the dumps or adds to the one that is there, and `CiAnonAudit` compares policy and dump, both
        without a server. Findings of the audit are errors and warnings on the policy's lines, with the audit's rule as their code.

        The sandbox ends after `CiAnonBackup`, with a stage that fails, and with the build at the latest, also when it is cancelled or killed.

        """;

    public static string Markdown()
    {
        var page = new StringBuilder(Opening)
            .Append("\n## Items: `CiAnonDump`\n\n| metadata | meaning | default | command |\n|---|---|---|---|\n");
        Append(page, Settings.Metadata);
        page.Append("\n`AnonymizeDump` and `CiAnonPublish` return `CiAnonArtifact` items: the anonymized dumps with the metadata `Report`, `Renderings`, `Sha256`, `Bytes`, ")
            .Append("`Rows` and `KeepUntil`. `CiAnonVerify` makes `CiAnonCheck` items with `Status` and `Violations`.\n")
            .Append("\n## Properties\n\n| property | meaning | default | command |\n|---|---|---|---|\n");
        Append(page, Settings.Properties);
        page.Append("\nFor targets between the stages:\n\n| property | meaning |\n|---|---|\n");
        foreach (var output in Settings.Outputs) page.Append($"| `{output.Name}` | {output.Summary} |\n");
        page.Append("\n## Tasks\n\nThe targets use these; so may targets of yours.\n");
        foreach (var task in Tasks()) Append(page, task);
        return page.ToString();
    }

    /// <summary>Every task of the assembly, by name.</summary>
    public static IEnumerable<Type> Tasks() => typeof(MSBuildDocs).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ITask))).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Parameters that a task declares, those of its own first.</summary>
    public static IEnumerable<PropertyInfo> Parameters(Type task) => task.GetProperties()
        .Where(property => property.GetCustomAttribute<DescriptionAttribute>() is not null);

    private static void Append(StringBuilder page, IEnumerable<Setting> settings)
    {
        foreach (var setting in settings)
            page.Append($"| `{setting.Name}` | {setting.Summary} | {setting.Default} | {(setting.Command is { } command ? $"`{command}`" : "")} |\n");
    }

    private static void Append(StringBuilder page, Type task)
    {
        page.Append($"\n### `{task.Name}`\n\n{task.GetCustomAttribute<DescriptionAttribute>()!.Description}\n\n| parameter | | meaning |\n|---|---|---|\n");
        foreach (var parameter in Parameters(task))
        {
            var kind = parameter.IsDefined(typeof(OutputAttribute)) ? "output" : parameter.IsDefined(typeof(RequiredAttribute)) ? "required" : "";
            page.Append($"| `{parameter.Name}` | {kind} | {parameter.GetCustomAttribute<DescriptionAttribute>()!.Description} |\n");
        }
    }
}
