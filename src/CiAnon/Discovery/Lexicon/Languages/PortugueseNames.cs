using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Portuguese words in names of columns.</summary>
internal static class PortugueseNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Phone, "Portuguese", """
            telemovel, celular, *telefone,
            telefone fixo, telefone celular, numero telefone, numero de telefone, numero telemovel, numero celular, ?fone, fone contato, telefone contato, ddd telefone, whats app,
            fone celular, fone residencial, fone comercial, tlm, tlf, tel celular, num telefone, telefone emergencia, ?contato telefone
            """),
        new(PersonalKind.Name, "Portuguese", """
            nome completo, ?titular, nome cliente,
            nome do cliente, nome paciente, nome aluno, nome funcionario, nome contato, nome contacto, nome mae, nome da mae, nome pai, nome do pai, nome social, nome destinatario, nome remetente,
            nome autor, ?autor, ?destinatario, ?remetente, ?responsavel, nome responsavel, ?medico, nome medico, ?proprietario, ?motorista, nome motorista, ?doador, nome doador, ?solicitante,
            ?beneficiario, ?paciente, ?cliente, contato emergencia, contato de emergencia, contacto emergencia, representante legal, ?professor, nome professor, ?tutor, nome exibicao,
            nome impresso cartao,
            nome do responsavel, nome conjuge, nome do conjuge, nm mae, nm pai, nm responsavel, pessoa contato, pessoa de contato, ?requerente
            """),
        new(PersonalKind.FirstName, "Portuguese", """
            primeiro nome, nome proprio,
            prenome, primeiro nome cliente
            """),
        new(PersonalKind.LastName, "Portuguese", """
            apelido, sobrenome, ultimo nome,
            ultimo sobrenome, sobrenomes, apelidos, nome familia, nome solteira
            """),
        new(PersonalKind.Username, "Portuguese", """
            nome usuario, nome utilizador, ?utilizador, ?usuario,
            nome de usuario, nome de utilizador, apelido usuario, ?criado por, ?alterado por, ?modificado por, ?cadastrado por, conta usuario,
            nome de login, usuario rede, alcunha, apelido, pseudonimo, nick, ?usuario criacao, ?usuario alteracao, ?usuario cadastro, ?utilizador criacao, ?inserido por, ?registado por, ?registrado por, ?atualizado por, ?actualizado por, ?editado por, ?aprovado por, ?validado por, ?criado pelo utilizador, ?excluido por, conta de utilizador, *nomeutilizador, *nomeusuario, nome de perfil
            """),
        new(PersonalKind.Address, "Portuguese", """
            endereco, *endereco, morada, rua, logradouro,
            endereco completo, endereco entrega, endereco cobranca, ?complemento, numero residencia, num endereco, ?numero porta, ?avenida, ?travessa,
            ~numero, ~bloco, ~apto, ~andar, ~porta, ~lote
            """),
        new(PersonalKind.City, "Portuguese", """
            cidade, naturalidade, local nascimento,
            ?municipio, ?localidade, cidade nascimento, ?freguesia, ?concelho,
            ?distrito
            """),
        new(PersonalKind.PostalCode, "Portuguese", """
            cep, codigo postal,
            cep entrega, cod postal
            """),
        new(PersonalKind.NationalId, "Portuguese", """
            cpf, cnpj, ~rg, nif, niss, cartao cidadao, passaporte, carta conducao, cnh, ?bi,
            numero cpf, cpf cnpj, documento identidade, numero documento, num documento, numero identidade, identidade, numero rg, titulo eleitor, titulo de eleitor, pis, pis pasep, pasep, ctps,
            carteira trabalho, cns, cartao sus, cartao nacional saude, numero passaporte, numero cnh, habilitacao, numero contribuinte, contribuinte, numero utente, utente sns, bilhete identidade,
            numero identificacao fiscal, inscricao estadual, placa veiculo, crm medico, matricula veiculo, certidao nascimento,
            cnpj cpf, num rg, nis, nis pis pasep, tit eleitor, num titulo eleitor, cartao nacional de saude, certidao de nascimento, certidao casamento, certidao de casamento, insc estadual, ie,
            num passaporte, carteira de trabalho, num cart trabalho, matricula certidao, renavam, ?chassi,
            ?sus, num cartao sus, num tit eleitor
            """),
        new(PersonalKind.Account, "Portuguese", """
            conta bancaria, numero conta, nib,
            conta corrente, numero da conta, num conta, agencia conta, chave pix, ?pix, codigo banco, ?agencia bancaria, dados bancarios
            """),
        new(PersonalKind.Card, "Portuguese", """
            cartao credito, numero cartao,
            cartao de credito, cartao debito, numero do cartao, validade cartao, codigo seguranca cartao, ?cartao
            """),
        new(PersonalKind.Token, "Portuguese", """
            senha, *senha, palavra passe, ?chave,
            senha hash, hash senha, palavrapasse, chave privada, chave secreta, chave api, chave acesso, codigo acesso, codigo verificacao, codigo confirmacao, codigo ativacao, pergunta secreta,
            resposta secreta, pergunta seguranca, resposta seguranca, *segredo, codigo convite
            """),
        new(PersonalKind.BirthDate, "Portuguese", """
            data nascimento, data de nascimento, *nascimento, idade,
            dt nascimento, data nasc, dt nasc, nasc, ?ano nascimento, data obito, data falecimento
            """),
        new(PersonalKind.Income, "Portuguese", """
            renda, ordenado, vencimento base,
            *salario, salario bruto, salario liquido, renda mensal, renda familiar, ?rendimento, remuneracao, ?pensao, ?beneficio valor, ?comissao
            """),
        new(PersonalKind.Special, "Portuguese", """
            doenca, deficiencia, raca, cor raca, estado civil, nacionalidade, gravida, alergias, tipo sanguineo,
            *diagnostico, *alergia, *gravidez, *medicamento, *religiao, *etnia, *vacina, *sindicato, *sintoma, historico medico, grupo sanguineo, orientacao sexual, ~peso, ~altura, pressao arterial,
            frequencia cardiaca, ?fumante, tabagismo, antecedentes criminais, filiacao partidaria, partido politico, causa morte, ?dieta, ?restricao alimentar, convenio medico, plano saude,
            plano de saude, ?tratamento medico, ?receita medica, escolaridade saude, estadocivil
            """),
        new(PersonalKind.FreeText, "Portuguese", """
            ?mensagem, ?descricao, ?observacoes, ?comentarios,
            ?observacao, ?obs, ?nota, ?notas, ?comentario, ?anotacoes, ?anotacao, ?texto, ?conteudo, ?corpo, ?assunto, ?resposta, ?pergunta, ?motivo, ?justificativa, ?justificacao, ?detalhes,
            ?instrucoes, ?biografia, ?sobre mim, ?apresentacao, ?reclamacao, ?avaliacao texto, ?depoimento, ?resumo, ?relatorio, ?parecer, ?queixa, ?historico, ?mensagens
            """),
        new(PersonalKind.Email, "Portuguese", """
            correio, correio eletronico, endereco email, endereco de email, email pessoal, email contato, email contacto
            """),
        new(PersonalKind.Location, "Portuguese", """
            coordenadas gps, coordenadas
            """),
        new(PersonalKind.RecordNumber, "Portuguese", """
            ?numero paciente, ?prontuario, ?numero prontuario, ?numero socio, ?matricula, ?numero matricula, ?numero aluno, ?numero funcionario
            """),
        new(PersonalKind.Ip, "Portuguese", """
            endereco ip
            """),
        new(PersonalKind.Device, "Portuguese", """
            endereco mac, numero serie, ?navegador,
            numero de serie, num serie, n serie, nr serie, *numeroserie, id dispositivo, id do dispositivo, identificador dispositivo, id aparelho, numero imei, codigo imei, cartao sim, chip sim, numero sim, id publicidade, identificador de publicidade, impressao digital dispositivo, agente utilizador, *enderecomac, ?numero contador
            """),
        new(PersonalKind.Gender, "Portuguese", """
            sexo, ?genero, ?pronome, pronomes
            """),
        new(PersonalKind.Company, "Portuguese", """
            nome empresa, *empresa, razao social, nome fantasia, ?organizacao, ?instituicao, ?empregador, ?entidade, ?escola, nome escola,
            ?fantasia
            """),
    ];
}
