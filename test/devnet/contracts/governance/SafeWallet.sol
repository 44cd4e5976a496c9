// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "./Multisig.sol";

/// A Safe as its users meet it: what its signers agreed on is carried out by anybody, and told by an event that names a hash of
/// the Safe's own making. Signatures are not checked: who may sign is not what is tried out with it.
contract SafeWallet is Multisig {
    uint256 public nonce;

    bytes32 private constant SUCCESS = keccak256("ExecutionSuccess(bytes32,uint256)");
    bytes32 private constant FAILURE = keccak256("ExecutionFailure(bytes32,uint256)");

    /// The hash that signers agree on, with the arguments of a Safe. Its making is our own: nobody but the Safe has to know it.
    function getTransactionHash(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation,
        uint256 safeTxGas,
        uint256 baseGas,
        uint256 gasPrice,
        address gasToken,
        address refundReceiver,
        uint256 at
    ) external view returns (bytes32) {
        require(operation < 2 && safeTxGas + baseGas + gasPrice == 0, "SafeWallet: no gas of its own");
        require(gasToken == address(0) && refundReceiver == address(0), "SafeWallet: no refunds");
        return hashOf(to, value, data, operation, at);
    }

    function hashOf(address to, uint256 value, bytes calldata data, uint8 operation, uint256 at)
        private
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(address(this), block.chainid, to, value, keccak256(data), operation, at));
    }

    /// `older`: the event as versions before 1.4.1 wrote it, with the hash among its data instead of its topics.
    function execTransaction(address to, uint256 value, bytes calldata data, bool older) external {
        bytes32 said = hashOf(to, value, data, 0, nonce++);
        (bool done, ) = to.call{value: value}(data);
        bytes32 topic = done ? SUCCESS : FAILURE;
        assembly {
            mstore(0x00, said)
            mstore(0x20, 0)
            switch older
            case 1 { log1(0x00, 0x40, topic) }
            default { log2(0x20, 0x20, topic, said) }
        }
    }

    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return 0x150b7a02;
    }
}
